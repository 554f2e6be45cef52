import type { SelectOption } from '@orrery/ui'
import type { ChartSeries } from '../series.ts'

/** A value of a label, as a text. */
const toFacet = (label: string, value: string) => `${label} = ${value}`

/** The values of labels that some of the series have and others have not, by label and value, with how many have each. */
export function toFacets(series: readonly ChartSeries[]): readonly SelectOption<string>[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { labels } of series)
    for (const [label, value] of Object.entries(labels)) {
      let values = counts.get(label)
      if (!values) counts.set(label, (values = new Map()))
      values.set(value, (values.get(value) ?? 0) + 1)
    }
  return [...counts]
    .flatMap(([label, values]) => [...values].map(([value, count]) => ({ label, value, count })))
    .filter(({ count }) => count < series.length)
    .map(({ label, value, count }) => ({ facet: toFacet(label, value), count }))
    .toSorted((a, b) => a.facet.localeCompare(b.facet))
    .map(({ facet, count }) => ({ value: facet, label: facet, hint: String(count) }))
}

export const hasFacet = ({ labels }: ChartSeries, facet: string | undefined): boolean =>
  facet === undefined || Object.entries(labels).some(([label, value]) => toFacet(label, value) === facet)
