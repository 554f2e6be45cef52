import type { QueryBatch } from '@orrery/api'
import { filtersFor, ownVariables, type PanelSpec } from '@orrery/dashboard'
import { toDraft } from '../query/panel-batch.ts'
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
  const { variables, values, filters, range, timeZone, reading } = context
  const items = toDraft(PREVIEW, width, {
    ...panel,
    queries: panel.queries.filter(isBegun),
    filtersOf: (datasource) => filtersFor(ownVariables(variables), filters, datasource, values),
  })
  return items.length > 0 ? { range, timeZone, reading, scope: toWireScope(values), items } : undefined
}
