import {
  admitVariable,
  defaultOf,
  isValueVariable,
  type DashboardSpec,
  type FiltersVariable,
  type FilterValues,
  type Variable,
} from '@orrery/dashboard'
import { AdhocFilter, type TimeExpressions } from '@orrery/query'
import { Type, validate, type VariableValue, type VariableValues } from '@orrery/sdk'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { first, readRefresh, readTime, readZone, toRefresh } from '../time/time-query.ts'
import type { Refresh } from './auto-refresh.ts'
import { parseInstanceKey } from './layout/instance.ts'
import { readSections, writeSections, type SectionsView } from './layout/sections-view.ts'

/** What a viewer set, as the address of the page keeps it. */
export interface ViewState {
  readonly time: TimeExpressions
  readonly refresh: Refresh
  readonly variables: VariableValues
  /** Of each variable of filters. */
  readonly filters: FilterValues
  /** Whether they are shown, by name. */
  readonly annotations: Readonly<Record<string, boolean>>
  /** The time zone that the viewer chose; undefined for that of the dashboard. */
  readonly zone: string | undefined
  /** The key of the panel that fills the page. */
  readonly fullScreen: string | undefined
  /** Which tabs and rows are open. */
  readonly sections: SectionsView
}

const VARIABLE = 'var-'
const FILTERS = 'filters-'
const ANNOTATIONS = 'annotations-'

const all = (value: LocationQuery[string] | undefined) =>
  [value].flat().filter((each) => each !== null && each !== undefined)

const readOwnRefresh = (query: LocationQuery, spec: DashboardSpec) =>
  readRefresh(query, spec.refresh, readTime(query, spec.time))

const Filters = Type.Array(AdhocFilter, { maxItems: 50 })

/** Filters as an address writes them: JSON. */
export function readFilters(text: string | undefined): readonly AdhocFilter[] | undefined {
  try {
    const filters = text === undefined ? undefined : validate(Filters, JSON.parse(text))
    return filters?.ok ? filters.value : undefined
  } catch {
    return undefined
  }
}

const isFilters = (variable: Variable): variable is FiltersVariable => variable.type === 'filters'

/** Which annotations are shown: as the dashboard has it, but for those that the address switches. */
const readAnnotations = (query: LocationQuery, { annotations = [] }: DashboardSpec) =>
  Object.fromEntries(
    annotations.map(({ name, hidden }) => [
      name,
      (first(query[ANNOTATIONS + name]) ?? (hidden ? 'off' : 'on')) === 'on',
    ]),
  )

/** Reads the address; whatever it has that the dashboard does not admit is taken for not given. */
export function readView(query: LocationQuery, spec: DashboardSpec): ViewState {
  const variables = (spec.variables ?? []).filter(isValueVariable).map((variable): [string, VariableValue] => {
    const given = all(query[VARIABLE + variable.name])
    const value = variable.type === 'choice' && variable.multi ? given : given[0]
    return [variable.name, value !== undefined && admitVariable(variable, value) ? value : defaultOf(variable)]
  })
  const filters = (spec.variables ?? [])
    .filter(isFilters)
    .map(({ name, default: own = [] }) => [name, readFilters(first(query[FILTERS + name])) ?? own])
  const fullScreen = first(query['panel'])
  return {
    time: readTime(query, spec.time),
    refresh: readOwnRefresh(query, spec),
    variables: Object.fromEntries(variables),
    filters: Object.fromEntries(filters),
    annotations: readAnnotations(query, spec),
    zone: readZone(query),
    fullScreen:
      fullScreen !== undefined && Object.hasOwn(spec.panels, parseInstanceKey(fullScreen).panel)
        ? fullScreen
        : undefined,
    sections: readSections(query, spec.layout),
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Writes the address: what is as the dashboard has it by itself is left out. */
export function writeView(
  { time, refresh, variables, filters, annotations, zone, fullScreen, sections }: ViewState,
  spec: DashboardSpec,
): LocationQueryRaw {
  const chosen = (spec.variables ?? [])
    .filter(isValueVariable)
    .filter((variable) => !isSame(variables[variable.name], defaultOf(variable)))
    .map((variable) => [VARIABLE + variable.name, variables[variable.name]])
  const narrowed = (spec.variables ?? [])
    .filter(isFilters)
    .filter(({ name, default: own = [] }) => !isSame(filters[name], own))
    .map(({ name }) => [FILTERS + name, JSON.stringify(filters[name])])
  const switched = (spec.annotations ?? [])
    .filter(({ name, hidden = false }) => annotations[name] === hidden)
    .map(({ name, hidden }) => [ANNOTATIONS + name, hidden ? 'on' : 'off'])
  return {
    ...((time.from !== spec.time.from || time.to !== spec.time.to) && { from: time.from, to: time.to }),
    ...(refresh !== readOwnRefresh({}, spec) && { refresh: toRefresh(refresh) }),
    ...Object.fromEntries([...chosen, ...narrowed, ...switched]),
    ...(zone !== undefined && { zone }),
    ...(fullScreen !== undefined && { panel: fullScreen }),
    ...writeSections(sections),
  }
}
