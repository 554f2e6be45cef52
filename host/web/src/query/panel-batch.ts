import type { QueryBatch } from '@orrery/api'
import type { LivePosition } from '@orrery/query'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import { annotationsName } from './annotations-id.ts'
import type { DraftOfQuery, QueryContext } from './panel-queries.ts'

export interface PanelBatchOptions {
  readonly context: QueryContext
  /** CSS pixels. */
  readonly widthOf: (panel: string) => number
  readonly since: (panel: string) => Record<string, LivePosition>
  readonly draftOf?: ((panel: string) => readonly DraftOfQuery[] | undefined) | undefined
}

export interface PanelBatch {
  /** Undefined when there is nothing to ask: drafts without queries. */
  readonly batch: QueryBatch | undefined
  /** The panel that an item of the batch is of. */
  readonly panelOf: (item: string) => string
  /** To be told of items that ended; answers whether the panel has now all that was asked for it. */
  readonly open: { readonly end: (item: string) => boolean }
}

type Item = QueryBatch['items'][number]

/** What panels are asked with: drafts as they stand, in a batch of no dashboard; all others by reference. */
export function toBatch(panels: readonly string[], options: PanelBatchOptions): PanelBatch {
  const { context, widthOf, since, draftOf } = options
  const { dashboard, range, timeZone, variables, filters, live } = context
  const owners = new Map<string, string>()
  let isDraft = false
  const items = panels.flatMap((panel): Item[] => {
    const width = widthOf(panel)
    const drafts = draftOf?.(panel)
    if (!drafts) return [toSealed(panel, width, since(panel))]
    isDraft = true
    return drafts.map(({ refId, datasource, query, filters: own }) => {
      const id = `${panel}/${refId}`
      owners.set(id, panel)
      return { type: 'draft', id, refId, datasource, query, width, ...(own?.length && { filters: [...own] }) }
    })
  })
  const left = new Set(items.map(({ id }) => id))
  const panelOf = (item: string) => owners.get(item) ?? item
  const open = {
    end: (item: string) => {
      left.delete(item)
      return ![...left].some((id) => panelOf(id) === panelOf(item))
    },
  }
  const values = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
  const { id, revision } = dashboard
  const batch: QueryBatch = {
    ...(!isDraft && revision !== undefined && { dashboard: { id, revision } }),
    range,
    timeZone,
    variables: values,
    ...(!isDraft &&
      Object.keys(filters).length > 0 && {
        filters: structuredClone(filters) as NonNullable<QueryBatch['filters']>,
      }),
    items,
    ...(live && !isDraft && { live: true }),
  }
  return { batch: items.length > 0 ? batch : undefined, panelOf, open }
}

function toSealed(id: string, width: number, since: Record<string, LivePosition>): Item {
  const name = annotationsName(id)
  if (name !== undefined) return { type: 'annotations', id, name, width }
  const { panel, instance } = parseInstanceKey(id)
  const repeated = Object.keys(instance).length > 0 && { instance: { ...instance } }
  const item = { type: 'panel' as const, id, panel, ...repeated, width }
  return Object.keys(since).length > 0 ? { ...item, since } : item
}
