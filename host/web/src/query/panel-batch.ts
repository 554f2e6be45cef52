import type { QueryBatch } from '@orrery/api'
import type { PanelSpec, QueryAnnotations } from '@orrery/dashboard'
import { EXPRESSIONS, type AdhocFilter, type LivePosition } from '@orrery/query'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import { ANNOTATIONS, annotationsName } from './annotations-id.ts'
import { toWireScope, toWireValues } from '../variables/variable-options.ts'
import type { QueryContext } from './panel-queries.ts'

/** What a panel asks that stands in an editor. */
export interface DraftPanel extends Pick<PanelSpec, 'queries' | 'transformations' | 'range' | 'shift' | 'timeCompare'> {
  /** Conditions that are added to the queries of a datasource. */
  readonly filtersOf: (datasource: string) => readonly AdhocFilter[]
}

/** What annotations ask that stand in an editor. */
export interface DraftAnnotations extends Pick<QueryAnnotations, 'datasource' | 'query'> {
  readonly purpose: 'annotations'
  readonly filtersOf: DraftPanel['filtersOf']
}

export interface PanelBatchOptions {
  readonly context: QueryContext
  /** CSS pixels. */
  readonly widthOf: (panel: string) => number
  readonly since: (panel: string) => Record<string, LivePosition>
  readonly draftOf?: ((panel: string) => DraftPanel | DraftAnnotations | undefined) | undefined
}

type Item = QueryBatch['items'][number]

/**
 * What panels are asked with: drafts as they stand, in a batch of no dashboard; all others by reference. Undefined when
 * there is nothing to ask, as of drafts without queries.
 */
export function toBatch(panels: readonly string[], options: PanelBatchOptions): QueryBatch | undefined {
  const { context, widthOf, since, draftOf } = options
  const { dashboard, range, timeZone, reading, valuesOf, scopeOf, filters, live } = context
  const isDraft = panels.some((panel) => draftOf?.(panel))
  const items = panels.flatMap((panel): Item[] => {
    const draft = draftOf?.(panel)
    if (draft && 'purpose' in draft) return toDraftAnnotations(panel, widthOf(panel), draft)
    return draft ? toDraft(panel, widthOf(panel), draft) : [toSealed(panel, widthOf(panel), since(panel))]
  })
  if (items.length === 0) return undefined
  const asked = { range, timeZone, items }
  const { id, revision } = dashboard
  // The panels of one batch of drafts know the same variables with the same values, but for those of sections.
  if (isDraft || revision === undefined)
    return {
      ...asked,
      ...(reading && { reading }),
      scope: toWireScope(Object.assign({}, ...panels.map((panel) => scopeOf?.(panel)))),
    }
  return {
    ...asked,
    variables: toWireValues(Object.assign({}, ...panels.map(valuesOf))),
    dashboard: { id, revision },
    ...(Object.keys(filters).length > 0 && {
      filters: structuredClone(filters) as NonNullable<QueryBatch['filters']>,
    }),
    ...(live && { live: true }),
  }
}

/** What a panel is asked with as it stands in an editor; nothing where it asks nothing. */
export function toDraft(id: string, width: number, draft: DraftPanel): Item[] {
  const { transformations, range, shift, timeCompare, filtersOf } = draft
  // The host knows which of the hidden ones an expression needs.
  const hasExpressions = draft.queries.some(({ datasource }) => datasource === EXPRESSIONS)
  const queries = draft.queries
    .filter(({ hidden, query }) => (hasExpressions || !hidden) && Object.keys(query).length > 0)
    .map((query) => {
      const filters = filtersOf(query.datasource)
      return filters.length > 0 ? { ...query, filters: [...filters] } : query
    })
  if (queries.every(({ hidden }) => hidden)) return []
  const more = {
    ...(transformations && transformations.length > 0 && { transformations }),
    ...(range && { range }),
    ...(shift !== undefined && { shift }),
    ...(timeCompare !== undefined && { timeCompare }),
  }
  return [{ type: 'draftPanel', id, width, queries, ...more }]
}

function toDraftAnnotations(id: string, width: number, draft: DraftAnnotations): Item[] {
  const { datasource, query, purpose, filtersOf } = draft
  if (Object.keys(query).length === 0) return []
  const filters = filtersOf(datasource)
  const asked = { type: 'draft' as const, id, refId: ANNOTATIONS, datasource, query, width, purpose }
  return [{ ...asked, ...(filters.length > 0 && { filters: [...filters] }) }]
}

function toSealed(id: string, width: number, since: Record<string, LivePosition>): Item {
  const name = annotationsName(id)
  if (name !== undefined) return { type: 'annotations', id, name, width }
  const { panel, instance } = parseInstanceKey(id)
  const repeated = Object.keys(instance).length > 0 && { instance: { ...instance } }
  const item = { type: 'panel' as const, id, panel, ...repeated, width }
  return Object.keys(since).length > 0 ? { ...item, since } : item
}
