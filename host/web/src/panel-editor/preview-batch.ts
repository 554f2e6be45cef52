import type { QueryBatch } from '@orrery/api'
import { filtersFor, ownVariables, type PanelSpec } from '@orrery/dashboard'
import { toWireScope } from '../variables/variable-options.ts'
import type { PanelEditorContext } from './context.ts'

/** The id of the one panel that a preview asks for. */
export const PREVIEW = 'preview'

type Query = PanelSpec['queries'][number]

/** What a preview asks: the queries as they are edited, narrowed down as they are on the dashboard; undefined for none. */
export function toPreviewBatch(
  panel: PanelSpec,
  context: PanelEditorContext,
  { width, isBegun }: { readonly width: number; readonly isBegun: (query: Query) => boolean },
): QueryBatch | undefined {
  const { variables, values, filters, range, timeZone } = context
  const { range: own, shift, timeCompare } = panel
  const queries = panel.queries
    .filter((query) => !query.hidden && isBegun(query))
    .map((query) => {
      const applied = filtersFor(ownVariables(variables), filters, query.datasource)
      return applied.length > 0 ? { ...query, filters: [...applied] } : query
    })
  if (queries.length === 0) return undefined
  return {
    range,
    timeZone,
    scope: toWireScope(values),
    items: [
      {
        type: 'draftPanel',
        id: PREVIEW,
        width,
        queries,
        ...(own && { range: own }),
        ...(shift !== undefined && { shift }),
        ...(timeCompare !== undefined && { timeCompare }),
      },
    ],
  }
}
