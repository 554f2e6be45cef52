import { queryTime, type PanelMoment, type PanelQuery, type PanelSpec } from '@orrery/dashboard'
import { intervalFor, type AdhocFilter } from '@orrery/query'
import { parseDuration } from '@orrery/schema'
import type { PlannedQuery } from './plan.ts'

/** The queries of a panel, as it is saved or as it is edited now. */
export interface PlannedPanel extends Pick<PanelSpec, 'range' | 'shift' | 'timeCompare'> {
  readonly queries: readonly (PanelQuery & { readonly filters?: readonly AdhocFilter[] })[]
}

export interface PanelPlanContext extends PanelMoment, Pick<PlannedQuery, 'variables' | 'filtersOf'> {
  /** CSS pixels. */
  readonly width: number
}

/**
 * What is run for a panel: each query that is not hidden, for the range that is its own, the panel's or the dashboard's,
 * and all of them once more for a comparison. TIME_RANGE_REVERSED for a range that ends before it begins.
 */
export function planPanel(panel: PlannedPanel, context: PanelPlanContext): readonly PlannedQuery[] {
  const { width, filtersOf, variables } = context
  const plan = (query: PanelQuery & { readonly filters?: readonly AdhocFilter[] }): PlannedQuery => {
    const { refId, datasource, filters, maxPoints, minInterval } = query
    const { range, shiftMs } = queryTime(panel, query, context)
    const points = maxPoints === undefined ? width : Math.min(width, maxPoints)
    const isOwnRange = range.from !== context.range.from || range.to !== context.range.to
    return {
      refId,
      datasource,
      query: query.query,
      variables,
      intervalMs: intervalFor(range, points, (minInterval !== undefined && parseDuration(minInterval)) || undefined),
      ...(isOwnRange && { range }),
      ...(shiftMs > 0 && { timeShiftMs: shiftMs }),
      ...(filters && { filters }),
      ...(filtersOf && { filtersOf }),
    }
  }
  const planned = panel.queries.filter(({ hidden }) => !hidden).map(plan)
  const compareMs = (panel.timeCompare !== undefined && parseDuration(panel.timeCompare)) || 0
  if (compareMs === 0) return planned
  const compared = planned.map((query) => ({ ...query, timeShiftMs: (query.timeShiftMs ?? 0) + compareMs }))
  return [...planned, ...compared]
}
