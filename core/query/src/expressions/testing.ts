import { NumberColumn, SeriesBuilder, TableFrame, type Frame, type Labels, type SeriesFrame } from '@orrery/frames'
import type { CodedError } from '@orrery/schema'
import type { Expression } from './expression.ts'
import type { ExpressionContext } from './request.ts'
import { runExpressions } from './run.ts'

/** A series, or a single number, as tests write it: values by time, or one value. null is a missing value. */
export interface Item {
  readonly labels: Labels
  readonly points?: readonly (readonly [time: number, value: number | null])[]
  readonly value?: number | null
}

/** Series at these times. */
export function seriesOf(items: readonly Item[], unit?: string): SeriesFrame {
  const builder = new SeriesBuilder()
  for (const { labels, points = [] } of items)
    builder.add(
      labels,
      points.map(([time]) => time),
      points.map(([, value]) => value),
    )
  const frame = builder.build()
  const { values, validity } = frame.numbers()
  return frame.with({
    fields: new Map([['value', new NumberColumn('number', values, validity, unit === undefined ? {} : { unit })]]),
  })
}

/** Rows without times: one number each. */
export function numbersOf(items: readonly Item[]): TableFrame {
  const builder = new SeriesBuilder()
  for (const { labels, value = null } of items) builder.add(labels, [0], [value])
  const { labels, fields } = builder.build()
  return new TableFrame({ kind: 'numeric', fields: new Map([...labels, ...fields]) })
}

export interface RunOptions {
  readonly problems?: Readonly<Record<string, CodedError>>
  readonly context?: Partial<ExpressionContext>
}

/** What becomes of expressions, by name. */
export function run(
  expressions: Readonly<Record<string, Expression>>,
  inputs: Readonly<Record<string, readonly Frame[]>> = {},
  { problems = {}, context = {} }: RunOptions = {},
) {
  return runExpressions({
    nodes: Object.entries(expressions).map(([refId, expression]) => ({ refId, expression })),
    inputs: new Map(Object.entries(inputs)),
    problems: new Map(Object.entries(problems)),
    context: { range: { from: 0, to: 300_000 }, intervalMs: 60_000, ...context },
  })
}

/** The frame that one expression gives; throws its problem. */
export function resultOf(
  expression: Expression,
  inputs: Readonly<Record<string, readonly Frame[]>> = {},
  options: RunOptions = {},
): Frame {
  const outcome = run({ X: expression }, inputs, options).get('X')!
  if ('problem' in outcome) throw outcome.problem
  return outcome.frames[0]!
}

/** A result as tests compare it. */
export function itemsOf(frame: Frame): readonly Item[] {
  if (frame.kind === 'series')
    return Array.from(frame, (series) => ({
      labels: series.labels,
      points: Array.from(series.time, (time, k) => [time, series.isNull(k) ? null : series.values[k]!] as const),
    }))
  return Array.from({ length: frame.length }, (_, i) => {
    const { value, ...labels } = frame.rowAt(i)
    const present = Object.entries(labels).flatMap(([name, text]) => (text === null ? [] : [[name, String(text)]]))
    return { labels: Object.fromEntries(present) as Labels, value: value as number | null }
  })
}

export const noticesOf = (frame: Frame) => (frame.meta.notices ?? []).map(({ text }) => text)
