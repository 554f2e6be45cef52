import { escapeRegex, toLabelName, toQuoted } from '../../promql/quote.ts'
import type { Metric } from '../names/catalog.ts'

/** Values that were chosen, by label. */
export type Chosen = Readonly<Record<string, readonly string[]>>

function matcher(label: string, values: readonly string[]): string {
  const [first = ''] = values
  if (values.length === 1) return `${toLabelName(label)}=${toQuoted(first)}`
  return `${toLabelName(label)}=~${toQuoted(values.map(escapeRegex).join('|'))}`
}

/** A selector of a metric with the chosen values. */
export function selectorFor(name: string, chosen: Chosen): string {
  const matchers = Object.entries(chosen)
    .filter(([, values]) => values.length > 0)
    .map(([label, values]) => matcher(label, values))
  if (!/^[A-Za-z_:][\w:]*$/.test(name)) return `{${[toQuoted(name), ...matchers].join(', ')}}`
  return matchers.length === 0 ? name : `${name}{${matchers.join(', ')}}`
}

/** A query that shows a metric as its type is read best: counters by their rate, histograms by a quantile. */
export function queryFor({ name, type }: Pick<Metric, 'name' | 'type'>, chosen: Chosen = {}): string {
  const selector = selectorFor(name, chosen)
  const rate = `rate(${selector}[$__rate_interval])`
  const isPart = /_(count|sum)$/.test(name) && ['histogram', 'summary', 'gaugehistogram'].includes(type)
  if (name.endsWith('_bucket') && (type === 'histogram' || type === ''))
    return `histogram_quantile(0.95, sum by (le) (${rate}))`
  if (type === 'counter' || isPart || (type === '' && /_(total|count|sum)$/.test(name))) return rate
  if (type === 'histogram') return `histogram_quantile(0.95, sum(${rate}))`
  return selector
}
