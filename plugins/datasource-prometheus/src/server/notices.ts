import type { Budget, Notice } from '@orrery/sdk'
import type { Top } from './answer/top-series.ts'
import type { Remarks } from './api.ts'

const many = (count: number, unit: string) => `${count.toLocaleString('en')} ${unit}`

export const noticeIf = (holds: boolean, text: string): Notice[] => (holds ? [{ severity: 'warning', text }] : [])

/** Says how many are shown, and how to choose which. */
export const cutNotice = (isRange: boolean, { maxSeries, maxRows }: Pick<Budget, 'maxSeries' | 'maxRows'>) => {
  const first = isRange ? many(maxSeries, 'series') : many(maxRows, 'rows')
  return `The result was cut off: only the first ${first} of the query are shown. Show the highest series only (an option of the query), or ask for fewer by topk() or sum by ().`
}

export const cutNamesNotice = (shown: number) =>
  `The result was cut off: only the first ${many(shown, 'rows')} of the query are shown.`

const measures = { max: 'max', mean: 'mean', last: 'last value' } as const

/** Says what the highest were chosen of. */
export function topNotice(seen: number, { count, by }: Top, maxSeries: number): Notice[] {
  const shown = Math.min(count, maxSeries)
  if (seen <= shown) return []
  const text = `${many(seen, 'series')}; the ${shown.toLocaleString('en')} highest by ${measures[by]} are shown.`
  return [{ severity: 'info', text }]
}

/** What Prometheus has to say. */
export const remarkNotices = ({ warnings, infos }: Remarks): Notice[] => [
  ...warnings.map((text): Notice => ({ severity: 'warning', text })),
  ...infos.map((text): Notice => ({ severity: 'info', text })),
]
