import {
  check,
  compileFieldConfig,
  display,
  FieldConfig,
  type Column,
  type DisplayValue,
  type Frame,
  type PanelProps,
} from '@orrery/sdk'
import type { Options } from './options.ts'
import { toTable } from './series-table.ts'

/** A column as it is shown. */
export interface SheetColumn {
  /** The name of the field. */
  readonly name: string
  readonly title: string
  readonly description: string | undefined
  readonly column: Column
  readonly isNumeric: boolean
  readonly show: (row: number) => DisplayValue
}

/** A frame as it is shown. */
export interface Sheet {
  readonly title: string
  readonly length: number
  readonly columns: readonly SheetColumn[]
}

type Given = Pick<PanelProps<Options>, 'options' | 'frames' | 'fieldConfig' | 'timeZone' | 'theme'>

/** A sheet for each frame that has columns. */
export function readSheets({ frames, fieldConfig, ...given }: Given): Sheet[] {
  const resolve = compileFieldConfig(fieldConfig)
  return frames
    .filter(({ fields }) => fields.size > 0)
    .map((frame, i) => {
      const table = frame.kind === 'series' ? toTable(frame, given.options.series) : frame
      const columns = [...table.fields].map(([name, column]) =>
        toColumn(name, column, configOf(name, column, frame, resolve), given),
      )
      return { title: titleOf(frame, i), length: table.length, columns: arrange(columns, given.options) }
    })
}

const titleOf = ({ meta }: Frame, i: number) => meta.name ?? meta.refId ?? String(i + 1)

function configOf(
  name: string,
  { kind, meta }: Column,
  frame: Frame,
  resolve: ReturnType<typeof compileFieldConfig>,
): FieldConfig {
  const own = meta.config && check(FieldConfig, meta.config, `The config of the field "${name}"`)
  // The display name of a series frame is a template for the names of its series.
  const displayName = frame.kind === 'series' ? undefined : meta.displayName
  const config = resolve({ name, type: kind, refId: frame.meta.refId, displayName, unit: meta.unit, config: own })
  return config.displayName === undefined && displayName !== undefined ? { ...config, displayName } : config
}

function toColumn(
  name: string,
  column: Column,
  config: FieldConfig,
  { options, timeZone, theme }: Omit<Given, 'frames' | 'fieldConfig'>,
): SheetColumn {
  const isNumeric = column.kind === 'number' || column.kind === 'integer'
  let extent: { min: number | undefined; max: number | undefined } | undefined
  return {
    name,
    title: config.displayName ?? name,
    description: config.description,
    column,
    isNumeric,
    show: (row) => {
      if (isNumeric && options.colorMode !== 'none') extent ??= extentOf(column.values)
      return display(column.at(row), config, theme, { timeZone, ...extent })
    },
  }
}

function extentOf(values: Float64Array) {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return min > max ? { min: undefined, max: undefined } : { min, max }
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
  return [...first, ...rest]
}

/** Whether an option means this column: by the name of its field, or by its title. */
export const isCalled = ({ name, title }: SheetColumn, wanted: string) => name === wanted || title === wanted
