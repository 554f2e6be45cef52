import {
  concat,
  decode,
  encode,
  encodeChunks,
  pick,
  slice,
  toLong,
  toSeries,
  toWide,
  type SeriesFrame,
} from '@orrery/frames'
import { measureInBrowser } from './frames/browser.ts'
import { createSeries, toPlain } from './frames/data.ts'
import { retainedBytes } from './frames/retained.ts'
import { assertSame, sumFrame, sumPlain } from './frames/sum.ts'
import { compareCpu, cpuMs, PAIRS, type Figures, type Goal } from './measure.ts'

const sets = {
  '1,000 x 1,000, 0.5 % missing': createSeries({ series: 1000, points: 1000, gaps: 0.005 }),
  '1,000 x 1,000, ragged times': createSeries({ series: 1000, points: 1000, jitter: 5000 }),
  '30,000 x 20': createSeries({ series: 30_000, points: 20 }),
}
type SetName = keyof typeof sets
const namesOf = Object.keys(sets) as SetName[]

// On the JSON side stands what a host without Arrow would send: for each series its labels and two arrays of numbers.
async function measureEncode(name: SetName): Promise<Figures> {
  const frame = sets[name]
  const plain = toPlain(frame)
  assertSame(sumFrame(decode(encode(frame))), sumPlain(JSON.parse(JSON.stringify(plain)) as typeof plain))
  const { ours, other } = await compareCpu(
    () => encodeChunks(frame),
    () => JSON.stringify(plain),
  )
  return {
    name: `IPC encode, ${name}`,
    unit: 'ms',
    ours,
    other: { name: 'JSON.stringify of the same series', values: other },
    goal: { type: 'times', atLeast: 30 },
  }
}

const openGoals: Readonly<Record<SetName, Goal>> = {
  '1,000 x 1,000, 0.5 % missing': { type: 'times', atLeast: 8 },
  '1,000 x 1,000, ragged times': { type: 'times', atLeast: 8 },
  '30,000 x 20': { type: 'share', atMost: 0.2 },
}

async function measureOpen(name: SetName): Promise<Figures[]> {
  const found = await measureInBrowser(sets[name])
  if (!found) return []
  return [
    {
      name: `in Chromium, open and sum every value and time, ${name}`,
      unit: 'ms',
      ours: found.openAndSum,
      other: { name: 'JSON.parse and the same sum', values: found.parseAndSum },
      goal: openGoals[name],
    },
    { name: `in Chromium, open alone, ${name}`, unit: 'ms', ours: found.open },
  ]
}

function measureRetained(name: SetName, atMost: number): Figures {
  const taken = Array.from({ length: PAIRS }, () => retainedBytes(sets[name]))
  return {
    name: `memory of a decoded frame for each sample, ${name}`,
    unit: 'bytes',
    ours: taken.map(({ ours }) => ours),
    other: { name: 'parsed JSON', values: taken.map(({ other }) => other) },
    goal: { type: 'limit', atMost },
  }
}

/** Rows of a query that is ordered by time, so that each row is of another series than the one before. */
function rowsByTime(frame: SeriesFrame) {
  const perSeries = frame.points / frame.length
  const order = Int32Array.from(
    { length: frame.points },
    (_, k) => (k % frame.length) * perSeries + Math.floor(k / frame.length),
  )
  return pick(toLong(frame), order)
}

function measureConversions(): Figures[] {
  const grid = sets['1,000 x 1,000, 0.5 % missing']
  const ragged = sets['1,000 x 1,000, ragged times']
  const long = toLong(grid)
  const mixed = rowsByTime(ragged)
  const tasks: Readonly<Record<string, () => unknown>> = {
    'toLong, 1M points, 8 labels, a grid': () => toLong(grid),
    'toLong, ragged': () => toLong(ragged),
    'toWide, 1,000 columns x 1,000 times': () => toWide(grid, { maxColumns: 1000, maxCells: 1e7 }),
    'toSeries, 1M rows, 8 label columns, ordered by series': () => toSeries(long),
    'toSeries, ordered by time': () => toSeries(mixed),
    'concat, 2 x 1M points, grids': () => concat([grid, grid]),
    'concat, 2 x 1M rows, 8 label columns': () => concat([long, long]),
    'slice, 800 of 1,000 series': () => slice(grid, 100, 900),
  }
  assertSame(sumFrame(toSeries(mixed)), sumFrame(ragged))
  return Object.entries(tasks).map(([name, task]) => {
    task()
    return { name, unit: 'ms', ours: Array.from({ length: PAIRS }, () => cpuMs(task)) }
  })
}

export default async (): Promise<Figures[]> => {
  const figures: Figures[] = []
  for (const name of namesOf) figures.push(await measureEncode(name))
  for (const name of namesOf) figures.push(...(await measureOpen(name)))
  figures.push(measureRetained('1,000 x 1,000, 0.5 % missing', 9), measureRetained('1,000 x 1,000, ragged times', 17))
  return [...figures, ...measureConversions()]
}
