import {
  defaultValue,
  filterVariables,
  isAsked,
  isSeveral,
  isValueVariable,
  ownOptions,
  scopedVariables,
  type DashboardSpec,
  type FilterValues,
  type ValueVariable,
} from '@orrery/dashboard'
import { AdhocFilter, type TimeExpressions } from '@orrery/query'
import { Type, validate, type VariableValue, type VariableValues } from '@orrery/sdk'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { first, readRefresh, readTime, readZone, toRefresh } from '../time/time-query.ts'
import { readKiosk, writeKiosk, type Kiosk } from '../viewing/kiosk.ts'
import { endsNow } from '../time/use-times.ts'
import type { Refresh } from './auto-refresh.ts'
import { annotationEntries } from '../annotations/annotation-entries.ts'
import { parseInstanceKey } from './layout/instance.ts'
import { readSections, writeSections, type SectionsView } from './layout/sections-view.ts'

/** What a viewer set, as the address of the page keeps it. */
export interface ViewState {
  readonly time: TimeExpressions
  readonly refresh: Refresh
  /** By key, what was chosen; those that are not there are as the dashboard has them. */
  readonly variables: VariableValues
  /** By key, of each variable of filters. */
  readonly filters: FilterValues
  /** Whether they are shown, by name. */
  readonly annotations: Readonly<Record<string, boolean>>
  /** Only annotations that have one of these tags; all when there is none. */
  readonly annotationTags: readonly string[]
  /** The time zone that the viewer chose; undefined for that of the dashboard. */
  readonly zone: string | undefined
  /** The key of the panel that fills the page; none while the dashboard is edited. */
  readonly fullScreen: string | undefined
  /** Shown without navigation and bars; none while the dashboard is edited. */
  readonly kiosk: Kiosk | undefined
  /** Which tabs and rows are open. */
  readonly sections: SectionsView
  /** The dashboard is edited. */
  readonly edit: EditState | undefined
}

/** What of a dashboard is edited: panels on their grid where it names nothing. */
export interface EditState {
  /** The panel whose editor is open. */
  readonly panel?: string
  /** The tab of the settings that is open. */
  readonly settings?: string
}

const VARIABLE = 'var-'
const FILTERS = 'filters-'
const ANNOTATIONS = 'annotations'
const ANNOTATION_TAGS = 'annotation-tags'

/** Those that a dashboard does not name have the word alone. */
const annotationsKey = (name: string) => (name === '' ? ANNOTATIONS : `${ANNOTATIONS}-${name}`)

const all = (value: LocationQuery[string] | undefined) =>
  [value].flat().filter((each) => each !== null && each !== undefined)

const readOwnRefresh = (query: LocationQuery, spec: DashboardSpec) =>
  readRefresh(query, spec.refresh, endsNow(readTime(query, spec.time), spec.time))

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

/** Which annotations are shown: as the dashboard has it, but for those that the address switches. */
const readAnnotations = (query: LocationQuery, spec: DashboardSpec) =>
  Object.fromEntries(
    annotationEntries(spec).map(({ name, hidden }) => [
      name,
      (first(query[annotationsKey(name)]) ?? (hidden ? 'off' : 'on')) === 'on',
    ]),
  )

/** Reads the address; whatever it has that the dashboard does not admit is taken for not given. */
export function readView(query: LocationQuery, spec: DashboardSpec): ViewState {
  const filters = filterVariables(scopedVariables(spec)).map(({ key, variable: { default: own = [] } }) => [
    key,
    readFilters(first(query[FILTERS + key])) ?? own,
  ])
  const panel = panelOf(query, spec)
  const edit = readEdit(query, spec)
  return {
    time: readTime(query, spec.time),
    refresh: readOwnRefresh(query, spec),
    variables: readChosen(query, spec),
    filters: Object.fromEntries(filters),
    annotations: readAnnotations(query, spec),
    annotationTags: all(query[ANNOTATION_TAGS]),
    zone: readZone(query),
    fullScreen: edit ? undefined : panel,
    kiosk: edit ? undefined : readKiosk(query),
    sections: readSections(query, spec.layout),
    edit,
  }
}

/** The variables whose values the address carries. */
const addressed = (spec: DashboardSpec) =>
  scopedVariables(spec).flatMap(({ key, variable }) =>
    isValueVariable(variable) && !variable.keepOutOfAddress ? [{ key, variable }] : [],
  )

function readChosen(query: LocationQuery, spec: DashboardSpec): VariableValues {
  const chosen = addressed(spec).flatMap(({ key, variable }): (readonly [string, VariableValue])[] => {
    const given = all(query[VARIABLE + key])
    if (given.length === 0) return []
    if (!isSeveral(variable)) return [[key, given[0]!]]
    return [[key, given.length === 1 && given[0] === '' ? [] : given]]
  })
  return Object.fromEntries(chosen)
}

/** Whether the dashboard alone tells that a value is the default. */
const isDefault = (variable: ValueVariable, value: VariableValue) =>
  !isAsked(variable) && isSame(value, defaultValue(variable, ownOptions(variable, {})))

function panelOf(query: LocationQuery, spec: DashboardSpec): string | undefined {
  const panel = first(query['panel'])
  return panel !== undefined && Object.hasOwn(spec.panels, parseInstanceKey(panel).panel) ? panel : undefined
}

function readEdit(query: LocationQuery, spec: DashboardSpec): EditState | undefined {
  if (query['edit'] === undefined) return undefined
  const panel = panelOf(query, spec)
  const settings = first(query['settings'])
  return { ...(panel !== undefined && { panel }), ...(settings !== undefined && { settings }) }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Writes the address: what is as the dashboard has it by itself is left out. */
export function writeView(
  {
    time,
    refresh,
    variables,
    filters,
    annotations,
    annotationTags,
    zone,
    fullScreen,
    kiosk,
    sections,
    edit,
  }: ViewState,
  spec: DashboardSpec,
): LocationQueryRaw {
  const chosen = addressed(spec)
    .filter(({ key, variable }) => variables[key] !== undefined && !isDefault(variable, variables[key]))
    .map(({ key }) => [VARIABLE + key, variables[key]!.length > 0 ? variables[key] : ''])
  const narrowed = filterVariables(scopedVariables(spec))
    .filter(({ key, variable: { default: own = [] } }) => !isSame(filters[key], own))
    .map(({ key }) => [FILTERS + key, JSON.stringify(filters[key])])
  const switched = annotationEntries(spec)
    .filter(({ name, hidden = false }) => annotations[name] === hidden)
    .map(({ name, hidden }) => [annotationsKey(name), hidden ? 'on' : 'off'])
  return {
    ...((time.from !== spec.time.from || time.to !== spec.time.to) && { from: time.from, to: time.to }),
    ...(refresh !== readOwnRefresh({}, spec) && { refresh: toRefresh(refresh) }),
    ...Object.fromEntries([...chosen, ...narrowed, ...switched]),
    ...(annotationTags.length > 0 && { [ANNOTATION_TAGS]: [...annotationTags] }),
    ...(zone !== undefined && { zone }),
    ...(fullScreen !== undefined && { panel: fullScreen }),
    ...writeKiosk(kiosk),
    ...writeSections(sections),
    ...(edit && { edit: null, ...edit }),
  }
}
