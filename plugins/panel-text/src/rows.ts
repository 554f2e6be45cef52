import {
  check,
  compileFieldConfig,
  display,
  FieldConfig,
  type Cell,
  type Column,
  type FieldConfigSource,
  type Frame,
} from '@orrery/sdk'

/** A cell of a row by the name of its field, as it is shown. */
export type RowReader = (field: string) => string | undefined

interface Reader {
  readonly length: number
  /** The reader of one field; undefined where there is no such field. */
  readonly fieldOf: (
    name: string,
  ) => { readonly column: Column | undefined; readonly at: (row: number) => Cell } | undefined
}

function toReader(frame: Frame): Reader {
  if (frame.kind !== 'series') {
    const fieldOf = (name: string) => {
      const column = frame.fields.get(name)
      return column && { column, at: (row: number) => column.at(row) }
    }
    return { length: frame.length, fieldOf }
  }
  const fieldOf = (name: string) => {
    const column = frame.fields.get(name)
    if (column) return { column, at: (row: number) => lastOf(column, frame.offsets[row]!, frame.offsets[row + 1]!) }
    const label = frame.labels.get(name)
    return label && { column: label, at: (row: number) => label.at(row) }
  }
  return { length: frame.length, fieldOf }
}

/** The last cell of a stretch that holds a value. */
function lastOf(column: Column, from: number, to: number): Cell {
  for (let point = to - 1; point >= from; point--) {
    const cell = column.at(point)
    if (cell !== null && !Number.isNaN(cell)) return cell
  }
  return null
}

/** The rows of the first frame that has fields: of a table, or the series of a series frame with their last values. */
export function readRows(
  frames: readonly Frame[],
  fieldConfig: FieldConfigSource,
  timeZone: string,
): { readonly length: number; readonly rowAt: (row: number) => RowReader } {
  const frame = frames.find(({ fields }) => fields.size > 0)
  if (!frame) return { length: 0, rowAt: () => () => undefined }
  const resolve = compileFieldConfig(fieldConfig)
  const { length, fieldOf } = toReader(frame)
  const configs = new Map<string, FieldConfig>()
  const configOf = (name: string, { kind, meta }: Column) => {
    const known = configs.get(name)
    if (known) return known
    const own = meta.config && check(FieldConfig, meta.config, `The config of the field "${name}"`)
    const config = resolve({ name, type: kind, refId: frame.meta.refId, unit: meta.unit, config: own })
    configs.set(name, config)
    return config
  }
  return {
    length,
    rowAt: (row) => (name) => {
      const field = fieldOf(name)
      return field?.column && display(field.at(row), configOf(name, field.column), 'light', { timeZone }).full
    },
  }
}
