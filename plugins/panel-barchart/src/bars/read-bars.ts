import {
  compileFieldConfig,
  fieldOptionsOf,
  fieldSubjects,
  formatTime,
  nameFields,
  numberReducers,
  reduce,
  seriesSources,
  uniteTimes,
  type Column,
  type FieldConfig,
  type FieldConfigSource,
  type Frame,
  type Labels,
  type Notice,
  type PanelProps,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/sdk'
import { FieldOptions } from '../field-options.ts'
import type { Options } from '../options.ts'
import { t } from '../text.ts'

/** How bars are written and drawn. */
export interface BarField {
  readonly config: FieldConfig
  readonly options: FieldOptions
}

/** Bars of one colour, one for each category. */
export interface BarGroup extends BarField {
  readonly name: string
  readonly field: string
  /** By category; NaN where there is no bar. */
  readonly values: Float64Array
}

/** A place on the axis, with the bars of all groups. */
export interface BarCategory {
  readonly text: string
  readonly labels: Labels
  /** A cell of its row; undefined where it is none of a table. */
  readonly cell: ((field: string) => unknown) | undefined
  /** What its bars are coloured by; undefined where no such column is chosen. */
  readonly coloring: { readonly value: unknown; readonly config: FieldConfig } | undefined
  /** Of a single series; undefined where each group has its own. */
  readonly own: BarField | undefined
}

export interface BarContent {
  readonly categories: readonly BarCategory[]
  readonly groups: readonly BarGroup[]
  /** Whether any frame has numbers. */
  readonly drawable: boolean
  readonly notices: readonly Notice[]
}

/** How a bar is written and drawn. */
export const fieldOf = (
  { categories, groups }: BarContent,
  { category, group }: { readonly category: number; readonly group: number },
): BarField => categories[category]!.own ?? groups[group]!

export const toField = (config: FieldConfig): BarField => ({ config, options: fieldOptionsOf(FieldOptions, config) })

/** Nobody tells more bars apart. */
const MOST_BARS = 10_000

type Given = Pick<PanelProps<Options>, 'frames' | 'fieldConfig' | 'options' | 'timeZone'>

interface Draft {
  readonly categories: Map<string, BarCategory>
  /** Rows and times that are too many to be looked at. */
  left: number
  readonly groups: (Omit<BarGroup, 'values'> & { readonly values: Map<string, number> })[]
}

/** Categories and bars of all frames. Rows of different frames that have one name stand together. */
export function readBars({ frames, fieldConfig, options, timeZone }: Given): BarContent {
  const draft: Draft = { categories: new Map(), left: 0, groups: [] }
  let drawable = false
  for (const frame of frames) {
    if (!hasNumbers(frame)) continue
    drawable = true
    if (frame.kind !== 'series') addTable(draft, frame, { fieldConfig, options, timeZone })
    else if (options.series === 'times') addTimes(draft, frame, fieldConfig, timeZone)
    else addReduced(draft, frame, fieldConfig, options)
  }
  const all = [...draft.categories]
  const kept = all.slice(0, Math.max(1, Math.floor(MOST_BARS / Math.max(1, draft.groups.length))))
  return {
    categories: kept.map(([, category]) => category),
    groups: draft.groups.map(({ values, ...group }) => ({
      ...group,
      values: Float64Array.from(kept, ([key]) => values.get(key) ?? NaN),
    })),
    drawable,
    notices: all.length + draft.left > kept.length ? [cutOff(kept.length, all.length + draft.left)] : [],
  }
}

function cutOff(shown: number, count: number): Notice {
  const text = t('Bars of the first {shown} of {count} names are shown: ask for fewer in the query.', { shown, count })
  return { severity: 'warning', text }
}

const isNumeric = ({ kind }: Column) => kind === 'number' || kind === 'integer'
const hasNumbers = (frame: Frame) =>
  ['series', 'table', 'numeric'].includes(frame.kind) && [...frame.fields.values()].some(isNumeric)

function addTable(draft: Draft, frame: TableFrame, { fieldConfig, options, timeZone }: Omit<Given, 'frames'>) {
  const { categories, groups } = draft
  const resolve = compileFieldConfig(fieldConfig)
  const subjects = fieldSubjects(frame).map((subject) => ({ ...subject, config: resolve(subject) }))
  const names = nameColumns(frame, options.xField)
  const coloring = subjects.find(({ name }) => name === options.colorByField)
  const span = spanOf(names)
  const textAt = (column: Column, row: number) => {
    const cell = column.at(row)
    if (cell === null) return ''
    return column.kind === 'time' ? formatTime(Number(cell), timeZone, span) : String(cell)
  }
  const seen = new Map<string, number>()
  const rows = Math.min(frame.length, MOST_BARS)
  draft.left += frame.length - rows
  const keys = Array.from({ length: rows }, (_, row) => {
    const text = names.length > 0 ? names.map(([, column]) => textAt(column, row)).join(', ') : String(row + 1)
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    const key = `${text} ${times}`
    if (!categories.has(key)) {
      const cell = (field: string) => frame.fields.get(field)?.at(row)
      const labels = Object.fromEntries(names.map(([name, column]) => [name, textAt(column, row)]))
      const own = coloring && { value: coloring.column.at(row), config: coloring.config }
      categories.set(key, { text, labels, cell, coloring: own, own: undefined })
    }
    return key
  })
  for (const { name, column, config, displayName } of subjects) {
    if (!isNumeric(column) || name === options.colorByField) continue
    const values = new Map(keys.map((key, row) => [key, Number(column.at(row) ?? NaN)]))
    groups.push({ name: config.displayName ?? displayName ?? name, field: name, ...toField(config), values })
  }
}

/** The columns whose cells name rows: the chosen one, else of a table the first, of numeric results all texts that differ. */
function nameColumns(frame: TableFrame, chosen: string | undefined): readonly (readonly [string, Column])[] {
  const all = [...frame.fields]
  const own = all.filter(([name]) => name === chosen)
  if (own.length > 0) return own
  const texts = all.filter(([, { kind }]) => kind === 'text' || kind === 'boolean')
  if (frame.kind === 'numeric') {
    const differing = texts.filter(([, column]) => new Set(cellsOf(column)).size > 1)
    return differing.length > 0 ? differing : texts
  }
  return [...texts, ...all.filter(([, { kind }]) => kind === 'time')].slice(0, 1)
}

const cellsOf = (column: Column) => Array.from({ length: column.length }, (_, row) => column.at(row))

/** From the first to the last time of a column of times; undefined for others. */
function spanOf([first]: readonly (readonly [string, Column])[]): number | undefined {
  if (first?.[1].kind !== 'time') return undefined
  const times = first[1].values
  return times.length > 1 ? Math.abs(times.at(-1)! - times[0]!) : undefined
}

const numberFields = (frame: SeriesFrame) =>
  [...frame.fields].flatMap(([name, column]) => (isNumeric(column) ? [name] : []))

const namedSeries = (frame: SeriesFrame, fieldConfig: FieldConfigSource) =>
  nameFields(seriesSources(frame, numberFields(frame), false), fieldConfig)

function addReduced(
  { categories, groups }: Draft,
  frame: SeriesFrame,
  fieldConfig: FieldConfigSource,
  options: Options,
) {
  const { calculation: id } = options
  const reducer: { readonly title: string; readonly unit?: string } = numberReducers[id]
  const title = t(numberReducers[id].title)
  for (const { name, labels, config, field, series } of namedSeries(frame, fieldConfig)) {
    const own = toField(reducer.unit === undefined ? config : { ...config, unit: reducer.unit })
    if (own.options.hideFrom.viz) continue
    const key = `${name} ${field}`
    categories.set(key, { text: name, labels, cell: undefined, coloring: undefined, own })
    let group = groups.find((one) => one.name === title)
    if (!group) groups.push((group = { name: title, field, ...own, values: new Map() }))
    group.values.set(key, reduce(id, series.of(field)) ?? NaN)
  }
}

function addTimes(draft: Draft, frame: SeriesFrame, fieldConfig: FieldConfigSource, timeZone: string) {
  const { categories, groups } = draft
  const all = namedSeries(frame, fieldConfig)
  const united = uniteTimes(all.map(({ series }) => series.time))
  const times = united.subarray(0, MOST_BARS)
  draft.left += united.length - times.length
  const span = times.length > 1 ? times.at(-1)! - times[0]! : undefined
  for (const time of times) {
    const text = formatTime(time, timeZone, span)
    categories.set(String(time), { text, labels: {}, cell: undefined, coloring: undefined, own: undefined })
  }
  for (const { name, field, config, series } of all) {
    const own = series.of(field)
    const values = new Map(Array.from(series.time.subarray(0, MOST_BARS), (time, k) => [String(time), own[k]!]))
    groups.push({ name, field, ...toField(config), values })
  }
}
