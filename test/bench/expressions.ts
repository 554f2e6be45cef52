import { calculate, checkGraph, createSources, graph, matching, type Sources } from './expressions/graph.ts'
import { compareCpu, type Figures } from './measure.ts'

const SERIES = 10_000
const POINTS = 60

/** The floor: what calculates must at least write what it has read. */
const copy = ({ a, b }: Sources) => [a.numbers().values.slice(), b.numbers().values.slice()]

const named = (series: number) => series.toLocaleString('en-US')

async function measureGraph(): Promise<Figures> {
  const sources = createSources(SERIES, POINTS)
  checkGraph(calculate(sources, graph), SERIES)
  const { ours, other } = await compareCpu(
    () => calculate(sources, graph),
    () => copy(sources),
  )
  return {
    name: `5 expressions over ${named(SERIES)} series of ${POINTS} points`,
    unit: 'ms CPU',
    ours,
    other: { name: 'copying the values once', values: other },
    goal: { type: 'share', atMost: 30 },
  }
}

/** Twice the series, beside the series: more than 2.3 of them would not be linear. */
async function measureGrowth(name: string, points: number, expressions: typeof graph): Promise<Figures> {
  const [twice, once] = [createSources(SERIES * 2, points), createSources(SERIES, points)]
  const { ours, other } = await compareCpu(
    () => calculate(twice, expressions),
    () => calculate(once, expressions),
  )
  return {
    name: `${name} over ${named(SERIES * 2)} series`,
    unit: 'ms CPU',
    ours,
    other: { name: `over ${named(SERIES)}`, values: other },
    goal: { type: 'share', atMost: 2.3 },
  }
}

export default async (): Promise<Figures[]> => [
  await measureGraph(),
  await measureGrowth('5 expressions', POINTS, graph),
  await measureGrowth('labels of two sources matched', 1, matching),
]
