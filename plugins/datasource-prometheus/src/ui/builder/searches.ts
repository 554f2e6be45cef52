import type { BuilderQuery } from '../../promql/builder/builder-query.ts'
import { writeSelector } from '../../promql/write.ts'
import type { Catalog } from '../names/catalog.ts'
import type { Answer } from '../names/search.ts'
import { toPick, type Pick, type PickSearch } from './pick.ts'

/** How many entries a list shows; more are found by typing. */
const mostShown = 100

/** What the server is asked about: variables are not known to it, and an empty selector is none. */
function scopeOf({ metric, filters }: BuilderQuery, except?: number): string | undefined {
  const known = filters.filter(
    ({ name, value }, i) => i !== except && name !== '' && value !== '' && !`${name}${value}`.includes('$'),
  )
  const name = metric.includes('$') ? '' : metric
  return name === '' && known.length === 0 ? undefined : writeSelector(name, known)
}

const shown = <T>({ items, isCutOff }: Answer<T>, toEntry: (item: T) => Pick) => ({
  items: items.slice(0, mostShown).map(toEntry),
  isCutOff: isCutOff || items.length > mostShown,
})

/** The lists that a query in steps is made from, as the server has them for this query. */
export function searchesOf(catalog: Catalog, query: BuilderQuery) {
  const metrics: PickSearch = async (text) =>
    shown(await catalog.metrics(text), ({ name, type, help }) => ({
      ...toPick(name),
      ...(type && { group: type }),
      ...(help && { hint: help }),
    }))
  const namesIn =
    (scope: string | undefined): PickSearch =>
    async (text) =>
      shown(await catalog.labels(text, scope), toPick)
  return {
    metrics,
    labels: namesIn(scopeOf(query)),
    names: (except: number) => namesIn(scopeOf(query, except)),
    values:
      (label: string, except: number): PickSearch =>
      async (text) =>
        label === ''
          ? { items: [], isCutOff: false }
          : shown(await catalog.values(label, text, scopeOf(query, except)), toPick),
  }
}
