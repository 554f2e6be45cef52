import {
  compileFieldConfig,
  display,
  fieldOptionsOf,
  fieldSubjects,
  fillLink,
  offerActions,
  sayShift,
  timeShiftOf,
  type Column,
  type DisplayValue,
  type FieldConfig,
  type FilledLink,
  type LinkContext,
  type OfferedAction,
  type Frame,
  type PanelProps,
  type TableFrame,
} from '@orrery/sdk'
import { toStyle, type CellStyle } from './cell-style.ts'
import { ColumnOptions } from './column-options.ts'
import { toGeoText } from './geo.ts'
import type { Options } from './options.ts'
import { toTable, trendsOf, type Trend } from './series-table.ts'

/** A column as it is shown. */
export interface SheetColumn {
  /** The name of the field. */
  readonly name: string
  readonly title: string
  readonly config: FieldConfig
  readonly options: ColumnOptions
  readonly column: Column
  readonly isNumeric: boolean
  readonly show: (row: number) => DisplayValue
  /** The lowest and highest number: as the config says, else in the data. */
  readonly extent: () => { readonly min: number; readonly max: number }
  readonly links: (row: number) => readonly FilledLink[]
  readonly actions: (row: number) => readonly OfferedAction[]
  /** What else the cell tells, from another column. */
  readonly tip: ((row: number) => string) | undefined
  /** How the cell looks by the value of another column. */
  readonly style: ((row: number) => CellStyle) | undefined
  /** Of a series, where a row stands for one. */
  readonly trend: ((row: number) => Trend) | undefined
}

/** A frame as it is shown. */
export interface Sheet {
  readonly title: string
  readonly length: number
  readonly columns: readonly SheetColumn[]
}

export type Given = Pick<PanelProps<Options>, 'options' | 'frames' | 'fieldConfig' | 'timeZone' | 'theme'> &
  Partial<Pick<PanelProps<Options>, 'range' | 'variables' | 'page'>>

/** A sheet for each frame that has columns. */
export function readSheets(given: Given): Sheet[] {
  const { frames, fieldConfig, options } = given
  const resolve = compileFieldConfig(fieldConfig)
  const resolveRows = options.groupBy.length > 0 ? compileFieldConfig(fieldConfig, 'nested') : resolve
  return frames
    .filter(({ fields }) => fields.size > 0)
    .map((frame, i) => {
      const table = frame.kind === 'series' ? toTable(frame, options.series) : frame
      const fields = [...table.fields]
      const configs = fieldSubjects(table).map((field) => {
        const subject = { ...field, refId: frame.meta.refId, displayName: ownTitle(field.column, frame) }
        return { config: resolve(subject), rowConfig: resolveRows(subject) }
      })
      const read = ([name, column]: readonly [string, Column], index: number): Field => {
        const own = configs[index]!
        return { name, title: toTitle(name, column, own.config, frame), column, ...own, frame, table, fieldOf }
      }
      const fieldOf = (wanted: string) => {
        const index = fields.findIndex(([name]) => name === wanted)
        return fields[index] && read(fields[index], index)
      }
      const columns = fields.map((field, index) => toColumn(read(field, index), given))
      return { title: titleOfFrame(frame, i), length: table.length, columns: arrange(columns, options) }
    })
}

const titleOfFrame = (frame: Frame, i: number) =>
  sayShift(frame.meta.name ?? frame.meta.refId ?? String(i + 1), timeShiftOf(frame))

const isNumber = ({ kind }: Column) => kind === 'number' || kind === 'integer'

// The display name of a series frame is a template for the names of its series.
const ownTitle = ({ meta }: Column, frame: Frame) => (frame.kind === 'series' ? undefined : meta.displayName)

const toTitle = (name: string, column: Column, config: FieldConfig, frame: Frame) =>
  config.displayName ?? ownTitle(column, frame) ?? name

interface Field {
  readonly name: string
  readonly title: string
  readonly column: Column
  readonly config: FieldConfig
  /** Of its cells: as `config`, but for overrides for rows inside groups, where there are groups. */
  readonly rowConfig: FieldConfig
  readonly frame: Frame
  readonly table: TableFrame
  /** Another field of the same rows. */
  readonly fieldOf: (name: string) => Field | undefined
}

function toColumn(field: Field, given: Given): SheetColumn {
  const { name, title, column, config, rowConfig, frame, table, fieldOf } = field
  const { timeZone, theme, range } = given
  const options = fieldOptionsOf(ColumnOptions, config)
  const isNumeric = isNumber(column)
  const { extent, show: showPlain } = toShow(field, options.cell.type !== 'auto', given)
  const styled = options.styleField === undefined ? undefined : fieldOf(options.styleField)
  const style = styled && toStyle(styled, toShow(styled, true, given).show, theme)
  const isGeo = options.cell.type === 'geo'
  const showText = isGeo ? (row: number) => asGeo(showPlain(row), column.at(row)) : showPlain
  const show = style ? (row: number) => ({ ...showText(row), color: style(row).color }) : showText
  const hint = options.tooltip && fieldOf(options.tooltip.field)
  const { links = [] } = rowConfig
  const { actions = [] } = config
  const contextOf = (row: number): LinkContext => {
    const value = { raw: column.at(row), text: show(row).full }
    const cell = (wanted: string) => table.fields.get(wanted)?.at(row)
    return { value, field: name, name: title, range, variables: given.variables, cell }
  }
  return {
    name,
    title,
    config,
    options,
    column,
    isNumeric,
    show,
    extent,
    links: (row) => {
      if (links.length === 0) return []
      const context = contextOf(row)
      return links.flatMap((link) => fillLink(link, context) ?? [])
    },
    actions: (row) =>
      actions.length === 0 || !given.page ? [] : offerActions(config, contextOf(row), { page: given.page, theme }),
    tip: hint && ((row) => display(hint.column.at(row), hint.rowConfig, theme, { timeZone }).full),
    style,
    trend: frame.kind === 'series' && given.options.series === 'latest' ? trendsOf(frame, name) : undefined,
  }
}

/** The texts of a field, and its colours where they are wanted: these need to know all of its numbers. */
function toShow({ column, rowConfig: config }: Field, isColored: boolean, { timeZone, theme }: Given) {
  let found: { min: number; max: number } | undefined
  const extent = () => (found ??= extentOf(column, config))
  const show = (row: number) =>
    display(column.at(row), config, theme, { timeZone, ...(isNumber(column) && isColored && extent()) })
  return { extent, show }
}

function asGeo(shown: DisplayValue, cell: unknown): DisplayValue {
  const text = toGeoText(cell)
  return text === undefined ? shown : { ...shown, full: text }
}

function extentOf(column: Column, { min, max }: FieldConfig) {
  let low = Infinity
  let high = -Infinity
  if (column.kind === 'number' || column.kind === 'integer')
    for (const value of column.values) {
      if (value < low) low = value
      if (value > high) high = value
    }
  const isEmpty = low > high
  return { min: min ?? (isEmpty ? 0 : low), max: max ?? (isEmpty ? 100 : high) }
}

/** The columns that the options name, in their order, then the others; without those that are hidden. */
function arrange(columns: readonly SheetColumn[], { columns: wanted }: Options): SheetColumn[] {
  const rest = new Set(columns)
  const first: SheetColumn[] = []
  for (const { name, hidden } of wanted)
    for (const column of columns) {
      if (!isCalled(column, name) || !rest.delete(column)) continue
      if (!hidden) first.push(column)
    }
  return [...first, ...rest].filter(({ options }) => !options.hidden)
}

/** Whether an option means this column: by the name of its field, or by its title. */
export const isCalled = ({ name, title }: SheetColumn, wanted: string) => name === wanted || title === wanted
