import type { EditedDatasource, Frame } from '@orrery/sdk'
import type { Query } from '../../options.ts'
import { NameIndex } from './name-index.ts'
import { createSearch, type Answer } from './search.ts'

/** A metric as Prometheus describes it; texts are empty where it does not. */
export interface Metric {
  readonly name: string
  readonly type: string
  readonly help: string
  readonly unit: string
}

/** What a datasource knows by name. Answers are kept as long as the catalog is. */
export interface Catalog {
  readonly metrics: (search: string) => Promise<Answer<Metric>>
  /** All metrics, at most as many as the host lets through. */
  readonly allMetrics: () => Promise<Answer<Metric>>
  /** Label names, of the series that a selector matches. */
  readonly labels: (search: string, match?: string) => Promise<Answer<string>>
  /** Values of a label, of the series that a selector matches. */
  readonly values: (label: string, search: string, match?: string) => Promise<Answer<string>>
}

const limit = 500
const allOfThem = 1_000_000

const textsOf = (frame: Frame, field: string): readonly string[] => {
  const column = frame.kind === 'series' ? undefined : frame.fields.get(field)
  return column ? Array.from({ length: frame.length }, (_, i) => String(column.at(i) ?? '')) : []
}

function toMetrics([frame]: readonly Frame[]): Metric[] {
  if (!frame) return []
  const [names, types, helps, units] = ['name', 'type', 'help', 'unit'].map((field) => textsOf(frame, field))
  return names!.map((name, i) => ({
    name,
    type: types![i] ?? '',
    help: helps![i] ?? '',
    unit: units![i] ?? '',
  }))
}

/** Whether the answer says itself that it has not all, or is as long as was asked for. */
const toAnswer = <T>(items: readonly T[], frames: readonly Frame[], limit: number): Answer<T> => ({
  items,
  isCutOff:
    items.length >= limit || frames.some(({ meta }) => meta.notices?.some(({ severity }) => severity !== 'info')),
})

export function createCatalog(ask: EditedDatasource<Query>['ask']): Catalog {
  const load = async (query: Query, limit: number) => {
    const frames = await ask({ ...query, limit } as Query, { purpose: 'completion' })
    return { frames, limit }
  }
  const loadMetrics = async (search: string, limit: number) => {
    const { frames } = await load({ type: 'metrics', ...(search && { search }) }, limit)
    return toAnswer(toMetrics(frames), frames, limit)
  }
  const loadNames = async (query: Query, search: string, limit: number) => {
    const { frames } = await load({ ...query, ...(search && { search }) } as Query, limit)
    return toAnswer(
      frames.flatMap((frame) => textsOf(frame, 'name')),
      frames,
      limit,
    )
  }
  const names = new Map<string, (search: string) => Promise<Answer<string>>>()
  const searchNames = (query: Query) => {
    const key = JSON.stringify(query)
    const search =
      names.get(key) ?? createSearch((text, limit) => loadNames(query, text, limit), { nameOf: (name) => name, limit })
    names.set(key, search)
    return search
  }
  const searchMetrics = createSearch(loadMetrics, { nameOf: ({ name }) => name, limit })
  let all: Promise<Answer<Metric>> | undefined
  /** All metrics, once they are here. */
  let whole: { readonly items: readonly Metric[]; readonly index: NameIndex } | undefined
  const allMetrics = () => {
    all ??= loadMetrics('', allOfThem).then((answer) => {
      if (!answer.isCutOff) whole = { items: answer.items, index: new NameIndex(answer.items.map(({ name }) => name)) }
      return answer
    })
    all.catch(() => (all = undefined))
    return all
  }
  return {
    async metrics(search) {
      // The server finds the first by name; only who knows them all finds the best.
      allMetrics().catch(() => {})
      if (!whole) return searchMetrics(search)
      const { items, index } = whole
      const { rows, count } = index.find(search, limit)
      return { items: rows.map((row) => items[row]!), isCutOff: count > rows.length }
    },
    allMetrics,
    labels: (search, match) => searchNames({ type: 'labels', ...(match && { match }) })(search),
    values: (label, search, match) => searchNames({ type: 'labelValues', label, ...(match && { match }) })(search),
  }
}
