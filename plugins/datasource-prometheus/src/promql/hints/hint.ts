import type { Expr } from '../expr.ts'
import type { Span } from '../parse.ts'

export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'unknown'

/** What a query should know to be judged. */
export interface HintContext {
  /** The type of a metric as the server tells it; undefined when it does not. */
  readonly typeOf: (metric: string) => MetricType | undefined
  /** How many series the query answered with. */
  readonly seriesCount?: number
  /** Recording rules of the server: name of the series, and the query behind it. */
  readonly rules?: readonly { readonly name: string; readonly expr: string }[]
  readonly scrapeIntervalMs?: number
}

/** What an edit of a hint changes in a query. */
export interface HintChange {
  readonly expr?: string
  readonly top?: { readonly count: number; readonly by: 'max' }
}

/** Advice on a query, in the language of the page. */
export interface Hint {
  readonly id: string
  readonly text: string
  readonly fix?: { readonly label: string; readonly change: HintChange }
}

/** A query that is looked at: what it says, and how it is written. */
export interface Judged {
  readonly promql: string
  readonly root: Expr
  readonly context: HintContext
}

/** The text with a part of it replaced: all else stays as it was written. */
export const replaceSpan = (text: string, { from, to }: Span, by: string) => text.slice(0, from) + by + text.slice(to)

/** The type that the server or else the name tells. */
export function typeOfMetric(metric: string, { typeOf }: HintContext): MetricType | undefined {
  const told = typeOf(metric)
  if (told && told !== 'unknown') return told
  const base = /^(.+)_(?:bucket|sum|count)$/.exec(metric)?.[1]
  const baseType = base === undefined ? undefined : typeOf(base)
  if (baseType === 'histogram' || baseType === 'summary') return 'counter'
  if (metric.endsWith('_bucket')) return 'counter'
  return metric.endsWith('_total') ? 'counter' : undefined
}
