import {
  check,
  compileFieldConfig,
  display,
  FieldConfig,
  fieldOptionsOf,
  fillLink,
  type Column,
  type DisplayValue,
  type FieldSubject,
  type FilledLink,
  type Frame,
  type PanelProps,
  type TableFrame,
} from '@orrery/sdk'
import { ColumnOptions } from './column-options.ts'
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
  /** What else the cell tells, from another column. */
  readonly tip: ((row: number) => string) | undefined
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
  Partial<Pick<PanelProps<Options>, 'range'>>

/** A sheet for each frame that has columns. */
export function readSheets(given: Given): Sheet[] {
  const { frames, fieldConfig, options } = given
  const resolve = compileFieldConfig(fieldConfig)
  return frames
    .filter(({ fields }) => fields.size > 0)
    .map((frame, i) => {
      const table = frame.kind === 'series' ? toTable(frame, options.series) : frame
      const fields = [...table.fields]
      const firstTime = fields.findIndex(([, { kind }]) => kind === 'time' || kind === 'nanos')
      const configs = fields.map(([name, column], index) =>
        resolve({ ...subjectOf(name, column, frame), isFirst: index === 0, isFirstTime: index === firstTime }),
      )
      const titleOf = (field: string) => {
        const index = fields.findIndex(([name]) => name === field)
        return fields[index] && toTitle(field, fields[index][1], configs[index]!, frame)
      }
      const columns = fields.map(([name, column], index) =>
        toColumn({ name, column, config: configs[index]!, frame, table, titleOf }, given),
      )
      return { title: titleOfFrame(frame, i), length: table.length, columns: arrange(columns, options) }
    })
}

const titleOfFrame = ({ meta }: Frame, i: number) => meta.name ?? meta.refId ?? String(i + 1)

const isNumber = ({ kind }: Column) => kind === 'number' || kind === 'integer'

// The display name of a series frame is a template for the names of its series.
const ownTitle = ({ meta }: Column, frame: Frame) => (frame.kind === 'series' ? undefined : meta.displayName)

const toTitle = (name: string, column: Column, config: FieldConfig, frame: Frame) =>
  config.displayName ?? ownTitle(column, frame) ?? name

function subjectOf(name: string, column: Column, frame: Frame): FieldSubject {
  const { kind, meta } = column
  return {
    name,
    type: kind,
    refId: frame.meta.refId,
    displayName: ownTitle(column, frame),
    unit: meta.unit,
    config: meta.config && check(FieldConfig, meta.config, `The config of the field "${name}"`),
    values: kind === 'number' || kind === 'integer' ? () => column.values : undefined,
  }
}

interface Field {
  readonly name: string
  readonly column: Column
  readonly config: FieldConfig
  readonly frame: Frame
  readonly table: TableFrame
  readonly titleOf: (field: string) => string | undefined
}

function toColumn({ name, column, config, frame, table, titleOf }: Field, given: Given): SheetColumn {
  const { timeZone, theme, range } = given
  const options = fieldOptionsOf(ColumnOptions, config)
  const isNumeric = isNumber(column)
  const title = titleOf(name) ?? name
  let extent: { min: number; max: number } | undefined
  const extentOfAll = () => (extent ??= extentOf(column, config))
  const isColored = options.cell.type !== 'auto'
  const show = (row: number) =>
    display(column.at(row), config, theme, { timeZone, ...(isNumeric && isColored && extentOfAll()) })
  const hint = options.tooltip === undefined ? undefined : table.fields.get(options.tooltip)
  const { links = [] } = config
  return {
    name,
    title,
    config,
    options,
    column,
    isNumeric,
    show,
    extent: extentOfAll,
    links: (row) => {
      if (links.length === 0) return []
      const value = { raw: column.at(row), text: show(row).full }
      const context = {
        value,
        field: name,
        name: title,
        range,
        cell: (field: string) => table.fields.get(field)?.at(row),
      }
      return links.flatMap((link) => fillLink(link, context) ?? [])
    },
    tip: hint && ((row) => display(hint.at(row), {}, theme, { timeZone }).full),
    trend: frame.kind === 'series' && given.options.series === 'latest' ? trendsOf(frame, name) : undefined,
  }
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
