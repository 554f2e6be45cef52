import { admitVariable, defaultOf, type DashboardSpec } from '@orrery/dashboard'
import { resolveRange, type TimeExpressions } from '@orrery/query'
import { parseDuration, Type, validate, type VariableValue, type VariableValues } from '@orrery/sdk'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Refresh } from './auto-refresh.ts'

/** What a viewer set, as the address of the page keeps it. */
export interface ViewState {
  readonly time: TimeExpressions
  readonly refresh: Refresh
  readonly variables: VariableValues
  /** The time zone that the viewer chose; undefined for that of the dashboard. */
  readonly zone: string | undefined
  /** The panel that fills the page. */
  readonly fullScreen: string | undefined
}

const Zone = Type.String({ maxLength: 64, format: 'time-zone' })
const VARIABLE = 'var-'
const OFF = 'off'
const LIVE = 'live'

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

const readRefresh = (query: LocationQuery, spec: DashboardSpec): Refresh => {
  const text = first(query['refresh']) ?? spec.refresh ?? OFF
  if (text === LIVE) return readTime(query, spec).to === 'now' ? LIVE : undefined
  const ms = text === OFF ? undefined : parseDuration(text)
  return ms === undefined || ms < 1000 ? undefined : ms
}

/** As the address writes it: `30s`, `5m`, `live`. */
const toRefresh = (ms: Refresh) => {
  if (ms === undefined) return OFF
  if (ms === LIVE) return LIVE
  return ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`
}

/** Reads the address; whatever it has that the dashboard does not admit is taken for not given. */
export function readView(query: LocationQuery, spec: DashboardSpec): ViewState {
  const variables = (spec.variables ?? []).map((variable): [string, VariableValue] => {
    const given = all(query[VARIABLE + variable.name])
    const value = variable.type === 'choice' && variable.multi ? given : given[0]
    return [variable.name, value !== undefined && admitVariable(variable, value) ? value : defaultOf(variable)]
  })
  const zone = first(query['zone'])
  const fullScreen = first(query['panel'])
  return {
    time: readTime(query, spec),
    refresh: readRefresh(query, spec),
    variables: Object.fromEntries(variables),
    zone: zone !== undefined && validate(Zone, zone).ok ? zone : undefined,
    fullScreen: fullScreen !== undefined && Object.hasOwn(spec.panels, fullScreen) ? fullScreen : undefined,
  }
}

const isSame = (a: VariableValue | undefined, b: VariableValue) => JSON.stringify(a) === JSON.stringify(b)

/** Writes the address: what is as the dashboard has it by itself is left out. */
export function writeView(
  { time, refresh, variables, zone, fullScreen }: ViewState,
  spec: DashboardSpec,
): LocationQueryRaw {
  const chosen = (spec.variables ?? [])
    .filter((variable) => !isSame(variables[variable.name], defaultOf(variable)))
    .map((variable) => [VARIABLE + variable.name, variables[variable.name]])
  return {
    ...((time.from !== spec.time.from || time.to !== spec.time.to) && { from: time.from, to: time.to }),
    ...(refresh !== readRefresh({}, spec) && { refresh: toRefresh(refresh) }),
    ...Object.fromEntries(chosen),
    ...(zone !== undefined && { zone }),
    ...(fullScreen !== undefined && { panel: fullScreen }),
  }
}
