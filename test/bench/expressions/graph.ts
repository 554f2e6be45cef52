import { SeriesBuilder, TextColumn, TextDictionary, type Frame, type SeriesFrame } from '@orrery/frames'
import { runExpressions, type Expression } from '@orrery/query'

const MINUTE = 60_000

/** Series with eight labels, a point a minute. */
export function createSource(series: number, points: number, factor: number): SeriesFrame {
  const builder = new SeriesBuilder({ step: MINUTE })
  const times = Array.from({ length: points }, (_, k) => k * MINUTE)
  for (let i = 0; i < series; i++)
    builder.add(
      {
        cluster: 'eu-1',
        job: 'api',
        namespace: `team-${i % 23}`,
        instance: `10.0.${(i >> 6) & 255}.${i & 63}:9090`,
        pod: `web-${i}`,
        container: `c-${i % 7}`,
        method: ['GET', 'POST', 'PUT'][i % 3]!,
        code: ['200', '404', '500', '201'][i % 4]!,
      },
      times,
      times.map((_, k) => factor * ((i % 97) + (k % 13) + 1)),
    )
  return builder.build()
}

/** As it comes from a source or the cache: no text of a label has been read yet. */
const unread = (frame: SeriesFrame): SeriesFrame =>
  frame.with({
    labels: new Map(
      Array.from(frame.labels, ([name, { codes, dictionary }]) => [
        name,
        new TextColumn(codes, new TextDictionary(dictionary.utf8)),
      ]),
    ),
  })

export interface Sources {
  readonly a: SeriesFrame
  readonly b: SeriesFrame
}

export const createSources = (series: number, points: number): Sources => ({
  a: createSource(series, points, 3),
  b: createSource(series, points, 2),
})

/** What the expressions make of the sources, by name. */
export function calculate(
  { a, b }: Sources,
  expressions: Readonly<Record<string, Expression>>,
): ReadonlyMap<string, Frame> {
  const outcomes = runExpressions({
    nodes: Object.entries(expressions).map(([refId, expression]) => ({ refId, expression })),
    inputs: new Map([
      ['A', [unread(a)]],
      ['B', [unread(b)]],
    ]),
    problems: new Map(),
    context: { range: { from: 0, to: 59 * MINUTE }, intervalMs: MINUTE },
  })
  return new Map(
    Array.from(outcomes, ([refId, outcome]) => {
      if ('problem' in outcome) throw outcome.problem
      return [refId, outcome.frames[0]!]
    }),
  )
}

/** Five expressions, each on the results of others. */
export const graph: Readonly<Record<string, Expression>> = {
  C: { type: 'math', expression: '$A / $B * 100' },
  D: { type: 'reduce', input: 'C', reducer: 'mean', mode: 'strict' },
  E: { type: 'resample', input: 'A', window: '5m', downsampler: 'mean', upsampler: 'fillna' },
  F: { type: 'threshold', input: 'D', condition: 'above', values: [149] },
  G: { type: 'math', expression: '$E > $D' },
}

export const matching: Readonly<Record<string, Expression>> = { C: { type: 'math', expression: '$A + $B' } }

/** Every quotient is 150, so that all that follows is known, too. */
export function checkGraph(results: ReadonlyMap<string, Frame>, series: number): void {
  for (const [name, expected] of [
    ['C', 150],
    ['D', 150],
    ['F', 1],
  ] as const) {
    const frame = results.get(name)!
    const column = frame.fields.get('value')
    if (frame.length !== series || column?.kind !== 'number' || column.values.some((value) => value !== expected))
      throw new Error(`Expression ${name} is not ${expected} throughout.`)
  }
  const compared = results.get('G')!
  const isComplete = compared.kind === 'series' && compared.length === series && compared.points === series * 12
  if (!isComplete) throw new Error('Not all resampled series were compared.')
}
