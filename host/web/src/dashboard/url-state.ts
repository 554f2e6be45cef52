import { admitVariable, defaultOf, type DashboardSpec } from '@orrery/dashboard'
import { resolveRange, type TimeExpressions } from '@orrery/query'
import { parseDuration, type VariableValue, type VariableValues } from '@orrery/sdk'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What a viewer set, as the address of the page keeps it. */
export interface ViewState {
  readonly time: TimeExpressions
  /** Milliseconds between refreshes; undefined: off. */
  readonly refreshMs: number | undefined
  readonly variables: VariableValues
  /** The panel that fills the page. */
  readonly fullScreen: string | undefined
}

const VARIABLE = 'var-'
const OFF = 'off'

const first = (value: LocationQuery[string] | undefined) => (Array.isArray(value) ? value[0] : value) ?? undefined
const all = (value: LocationQuery[string] | undefined) =>
  [value].flat().filter((each) => each !== null && each !== undefined)

const readTime = (query: LocationQuery, { time }: DashboardSpec): TimeExpressions => {
  const own = { from: time.from, to: time.to }
  const given = { from: first(query['from']) ?? own.from, to: first(query['to']) ?? own.to }
  try {
    resolveRange(given, Date.now(), 'UTC')
    return given
  } catch {
    return own
  }
}

const readRefresh = (query: LocationQuery, spec: DashboardSpec) => {
  const text = first(query['refresh']) ?? spec.refresh ?? OFF
  const ms = text === OFF ? undefined : parseDuration(text)
  return ms === undefined || ms < 1000 ? undefined : ms
}

/** Milliseconds as the address writes them: `30s`, `5m`. */
const toRefresh = (ms: number | undefined) => {
  if (ms === undefined) return OFF
  return ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`
}

/** Reads the address; whatever it has that the dashboard does not admit is taken for not given. */
export function readView(query: LocationQuery, spec: DashboardSpec): ViewState {
  const variables = (spec.variables ?? []).map((variable): [string, VariableValue] => {
    const given = all(query[VARIABLE + variable.name])
    const value = variable.type === 'choice' && variable.multi ? given : given[0]
    return [variable.name, value !== undefined && admitVariable(variable, value) ? value : defaultOf(variable)]
  })
  const fullScreen = first(query['panel'])
  return {
    time: readTime(query, spec),
    refreshMs: readRefresh(query, spec),
    variables: Object.fromEntries(variables),
    fullScreen: fullScreen !== undefined && Object.hasOwn(spec.panels, fullScreen) ? fullScreen : undefined,
  }
}

const isSame = (a: VariableValue | undefined, b: VariableValue) => JSON.stringify(a) === JSON.stringify(b)

/** Writes the address: what is as the dashboard has it by itself is left out. */
export function writeView(
  { time, refreshMs, variables, fullScreen }: ViewState,
  spec: DashboardSpec,
): LocationQueryRaw {
  const chosen = (spec.variables ?? [])
    .filter((variable) => !isSame(variables[variable.name], defaultOf(variable)))
    .map((variable) => [VARIABLE + variable.name, variables[variable.name]])
  return {
    ...((time.from !== spec.time.from || time.to !== spec.time.to) && { from: time.from, to: time.to }),
    ...(refreshMs !== readRefresh({}, spec) && { refresh: toRefresh(refreshMs) }),
    ...Object.fromEntries(chosen),
    ...(fullScreen !== undefined && { panel: fullScreen }),
  }
}
