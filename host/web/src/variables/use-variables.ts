import {
  createVariableGraph,
  datasourceIn,
  filterVariables,
  scopedVariables,
  variablesOfPanel,
  type DashboardSpec,
  type FiltersVariable,
  type FilterValues,
  type ScopedVariable,
  type VariableGraph,
  type VariableRequest,
  type VariableState,
} from '@orrery/dashboard'
import {
  usedVariables,
  type AdhocFilter,
  type VariableScope,
  type VariableValue,
  type VariableValues,
} from '@orrery/sdk'
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type InjectionKey } from 'vue'
import { session } from '../api/session.ts'
import { parseInstanceKey, withInstance } from '../dashboard/layout/instance.ts'
import type { useView } from '../dashboard/use-view.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { listFilterOptions, type LoadOptions } from '../filters/filter-options.ts'
import { annotationsName } from '../query/annotations-id.ts'
import { t } from '../text.ts'
import { listVariableOptions, toWireScope, toWireValues, toWireVariable } from './variable-options.ts'

/** The variables of a dashboard that is looked at: their options, their values, and who needs them. All of it is reactive. */
export interface DashboardVariables {
  /** Of the dashboard, or of one of its sections alone, in order. */
  readonly of: (section: string | undefined) => readonly ScopedVariable[]
  readonly stateOf: (key: string) => VariableState | undefined
  readonly choose: (key: string, value: VariableValue) => void
  /** Asks for its options again. */
  readonly reload: (key: string) => void
  /** What texts outside of all sections may name. */
  readonly scope: ComputedRef<VariableScope>
  /** What a section adds to that. */
  readonly scopeWithin: (section: string) => VariableScope
  /** What the queries of a panel, or of annotations, are asked with; undefined while one of these values is not settled. */
  readonly valuesOf: (panel: string) => VariableValues | undefined
  /** What the queries of a panel may name; of an instance of a repeat with its own values. */
  readonly scopeOf: (panel: string) => VariableScope
  /** Grows with every change. */
  readonly changes: Readonly<{ value: number }>
}

export const dashboardVariablesKey: InjectionKey<DashboardVariables> = Symbol('variables of a dashboard')

/** What viewers set of the variables of filters, for rows of variables within sections. */
export interface VariableFilters {
  readonly values: () => FilterValues
  readonly set: (key: string, filters: readonly AdhocFilter[]) => void
  /** Options of a variable's filter beside the others; `section` is where the variable stands. */
  readonly load: (variable: FiltersVariable, section: string | undefined, others: readonly AdhocFilter[]) => LoadOptions
}

export const variableFiltersKey: InjectionKey<VariableFilters> = Symbol('filters of a dashboard')

export interface UseVariablesOptions {
  readonly dashboard: () => ViewedDashboard
  readonly view: ReturnType<typeof useView>
}

/** What decides on the variables of a dashboard, and who stands within which section. */
const definitionOf = (spec: DashboardSpec) =>
  JSON.stringify([spec.variables, scopedVariables(spec).filter(({ section }) => section !== undefined)])

export function useVariables({ dashboard, view: state }: UseVariablesOptions): DashboardVariables {
  const { view, range, timeZone } = state
  const changes = shallowRef(0)
  /** Of those that the address does not carry. */
  const unlisted = shallowRef<VariableValues>({})
  const wanted = (): VariableValues => ({ ...view.value.variables, ...unlisted.value })
  const spec = () => dashboard().spec

  const load = async ({ key, variable, values, scope, signal }: VariableRequest) => {
    const { id, revision, saved = spec() } = dashboard()
    const at = revision === undefined ? {} : { dashboard: { id, revision } }
    if (variable.type === 'groupBy') {
      const datasource = datasourceIn(variable.datasource, scope)
      const found = await listFilterOptions({ datasource, ...at, range: range.value, limit: 1000 }, signal)
      return found.names.map((value) => ({ value }))
    }
    const asked = { ...at, range: range.value, timeZone: timeZone.value }
    const isSaved = revision !== undefined && definitionOf(saved) === definitionOf(spec())
    const question = isSaved
      ? { variable: key, variables: toWireValues(values) }
      : { draft: toWireVariable(variable), scope: toWireScope(scope) }
    return listVariableOptions({ ...asked, ...question }, signal)
  }
  const create = () =>
    createVariableGraph({
      spec: spec(),
      wanted: wanted(),
      range: range.value,
      load,
      allText: t('All'),
      onChange: () => changes.value++,
    })
  const graph = shallowRef<VariableGraph>(create())
  watch(
    () => definitionOf(spec()),
    () => {
      graph.value.stop()
      graph.value = create()
      changes.value++
    },
  )
  watch(wanted, (now, before) => {
    const gone = Object.keys(before).map((key) => [key, undefined])
    graph.value.choose({ ...Object.fromEntries(gone), ...now })
  })
  watch(
    () => JSON.stringify([view.value.time, timeZone.value]),
    () => graph.value.setRange(range.value),
    { flush: 'post' },
  )
  onScopeDispose(() => graph.value.stop())

  /** The graph, where something follows its changes. */
  const now = (): VariableGraph => {
    void changes.value
    return graph.value
  }
  const of = (section: string | undefined) => scopedVariables(spec()).filter((each) => each.section === section)
  const byName = (variables: readonly ScopedVariable[]) => new Map(variables.map((each) => [each.variable.name, each]))
  const questionOf = (panel: string) => {
    const name = annotationsName(panel)
    if (name !== undefined) return spec().annotations?.find((each) => each.name === name)
    const { queries, transformations } = spec().panels[parseInstanceKey(panel).panel] ?? {}
    return [queries, transformations]
  }
  const builtIn = computed((): VariableScope => {
    const { from, to } = range.value
    const { user } = session
    return {
      __dashboard: { value: dashboard().title, properties: { id: dashboard().id } },
      __from: String(from),
      __to: String(to),
      __range: `${Math.round((to - from) / 1000)}s`,
      __range_s: String(Math.round((to - from) / 1000)),
      __range_ms: String(to - from),
      __timezone: timeZone.value,
      ...(user && {
        __user: { value: user.name, properties: { id: user.id, login: user.name, email: user.email ?? '' } },
      }),
    }
  })

  return {
    of,
    changes,
    stateOf: (key) => now().state(key),
    reload: (key) => graph.value.reload(key),
    choose(key, value) {
      const keepOut = scopedVariables(spec()).find((each) => each.key === key)?.variable.keepOutOfAddress
      if (keepOut) unlisted.value = { ...unlisted.value, [key]: value }
      else state.setVariable(key, value)
    },
    scope: computed(() => ({ ...builtIn.value, ...now().scopeOf(byName(of(undefined))) })),
    scopeWithin: (section) => now().scopeOf(byName(of(section))),
    scopeOf: (key) => {
      const { panel, instance } = parseInstanceKey(key)
      return withInstance(now().scopeOf(variablesOfPanel(spec(), panel)), instance)
    },
    valuesOf(panel) {
      const known = variablesOfPanel(spec(), parseInstanceKey(panel).panel)
      // Filters apply to a panel by the data source that they are of, which a variable may name.
      const sources = filterVariables(known.values()).map(({ variable }) => variable.datasource)
      const names = usedVariables([questionOf(panel) ?? [], sources])
      const current = now()
      return current.isSettled(known, names) ? current.valuesFor(known, names) : undefined
    },
  }
}
