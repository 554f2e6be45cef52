import { filtersFor, variablesWithin, type DashboardSpec, type FilterValues } from '@orrery/dashboard'
import type { VariableScope } from '@orrery/sdk'
import type { DraftAnnotations } from '../query/panel-batch.ts'

export interface DraftedIn {
  readonly spec: DashboardSpec
  /** What the host has. */
  readonly saved: DashboardSpec
  readonly filters: FilterValues
  readonly scope: VariableScope
}

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** What annotations ask that the host does not have as they are, or whose variables it does not have so; else undefined. */
export function draftAnnotations(
  name: string,
  { spec, saved, filters, scope }: DraftedIn,
): DraftAnnotations | undefined {
  const find = ({ annotations = [] }: DashboardSpec) => annotations.find((each) => each.name === name)
  const [now, before] = [find(spec), find(saved)]
  if (now?.type !== 'query') return undefined
  const { datasource, query } = now
  const asked = { datasource, query }
  const isKnown = before?.type === 'query' && isSame(asked, { datasource: before.datasource, query: before.query })
  if (isKnown && isSame(spec.variables, saved.variables)) return undefined
  return {
    ...asked,
    purpose: 'annotations',
    filtersOf: (source) => filtersFor(variablesWithin(spec, []).values(), filters, source, scope),
  }
}
