import type { DashboardLink } from '@orrery/dashboard'
import type { LocationQuery } from 'vue-router'

const TIME = new Set(['from', 'to', 'zone'])
const isChosen = (name: string) => name.startsWith('var-') || name.startsWith('filters-')

/** Where a link leads from a page with this query: what it keeps of the page goes along. */
export function linkAddress({ url, keepTime, keepVariables }: DashboardLink, query: LocationQuery): string {
  const [path = '', hash] = url.split('#', 2)
  const kept = Object.entries(query).flatMap(([name, value]) => {
    const isKept = (keepTime && TIME.has(name)) || (keepVariables && isChosen(name))
    return isKept ? [value].flat().map((each) => [name, each ?? '']) : []
  })
  const more = new URLSearchParams(kept).toString()
  const address = more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`
  return hash === undefined ? address : `${address}#${hash}`
}
