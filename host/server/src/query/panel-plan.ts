import { panelRange, queryTime, type PanelMoment, type PanelQuery, type PanelSpec } from '@orrery/dashboard'
import { EXPRESSIONS, intervalFor, type AdhocFilter, type TimeRange, type Transformation } from '@orrery/query'
import { parseDuration } from '@orrery/schema'
import { neededQueries, toPlannedExpression, type PlannedExpression } from './expression-plan.ts'
import type { PlannedQuery } from './plan.ts'

/** The queries of a panel, as it is saved or as it is edited now, and what is made of their answers. */
export interface PlannedPanel extends Pick<PanelSpec, 'transformations' | 'range' | 'shift' | 'timeCompare'> {
  readonly queries: readonly (PanelQuery & { readonly filters?: readonly AdhocFilter[] })[]
}

export interface PanelPlanContext extends PanelMoment, Pick<PlannedQuery, 'variables' | 'filtersOf'> {
  /** CSS pixels. */
  readonly width: number
}

/** What is made of the answers of a panel's queries. */
export interface PlannedShape {
  /** The names of what is shown, in the panel's order. */
  readonly shown: readonly string[]
  readonly expressions: readonly PlannedExpression[]
  readonly steps: readonly Transformation[]
  /** What their variables hold; throws as that of a query. */
  readonly variables: PlannedQuery['variables']
  /** That of the panel. */
  readonly range: TimeRange
  readonly intervalMs: number
  /** What queries and expressions are run once more for, so much earlier: beside 0, which is now. */
  readonly compareMs: number
}

export interface PanelPlan {
  readonly queries: readonly PlannedQuery[]
  /** Undefined where the answers are shown as they are. */
  readonly shape: PlannedShape | undefined
}

/**
 * What is run for a panel: each query that is not hidden or that an expression needs, for the range that is its own, the
 * panel's or the dashboard's, and all of them once more for a comparison; and what is made of the answers.
 * TIME_RANGE_REVERSED for a range that ends before it begins.
 */
export function planPanel(panel: PlannedPanel, context: PanelPlanContext): PanelPlan {
  const { width, filtersOf, variables } = context
  const plan = (query: PlannedPanel['queries'][number]): PlannedQuery => {
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
  const needed = neededQueries(panel.queries)
  const asked = panel.queries.filter(({ refId, datasource }) => datasource !== EXPRESSIONS && needed.has(refId))
  const compareMs = (panel.timeCompare !== undefined && parseDuration(panel.timeCompare)) || 0
  const planned = asked.map(plan)
  const compared = planned.map((query) => ({
    ...query,
    timeShiftMs: (query.timeShiftMs ?? 0) + compareMs,
    compareMs,
  }))
  return {
    queries: compareMs > 0 ? [...planned, ...compared] : planned,
    shape: planShape(panel, needed, { context, compareMs }),
  }
}

function planShape(
  panel: PlannedPanel,
  needed: ReadonlySet<string>,
  { context, compareMs }: { readonly context: PanelPlanContext; readonly compareMs: number },
): PlannedShape | undefined {
  const steps = (panel.transformations ?? []).filter(({ disabled }) => !disabled)
  const expressions = panel.queries.filter(({ refId, datasource }) => datasource === EXPRESSIONS && needed.has(refId))
  if (steps.length === 0 && expressions.length === 0) return undefined
  const range = panelRange(panel, context)
  return {
    shown: panel.queries.filter(({ hidden }) => !hidden).map(({ refId }) => refId),
    expressions: expressions.map(toPlannedExpression),
    steps,
    variables: context.variables,
    range,
    intervalMs: intervalFor(range, context.width),
    compareMs,
  }
}
