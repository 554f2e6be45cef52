import type { Column, ColumnKind, Frame } from '@orrery/frames'
import { check } from '@orrery/schema'
import { FieldConfig } from './field-config.ts'

/** What the resolution knows of a field or a series. */
export interface FieldSubject {
  readonly name: string
  /** The kind of its column; the values of a series frame are `number`. */
  readonly type: ColumnKind
  readonly refId?: string | undefined
  /** The name that is shown, when it is known already; matchers by name accept both names. */
  readonly displayName?: string | undefined
  readonly unit?: string | undefined
  /** The standard options that the datasource itself set. */
  readonly config?: FieldConfig | undefined
  /** Whether it is the first field, and the first of times, of its frame; default: no. */
  readonly isFirst?: boolean | undefined
  readonly isFirstTime?: boolean | undefined
  /** Its numbers, which are read only where an override asks for what is calculated of them; NaN is missing. */
  readonly values?: (() => Float64Array) | undefined
  /** Where it holds texts or truth values: the last one, which is read as seldom; undefined where all are missing. */
  readonly text?: (() => string | undefined) | undefined
}

/** The source's own config of a field, checked: SCHEMA_INVALID. */
export const ownConfigOf = (config: Readonly<Record<string, unknown>> | undefined, field: string) =>
  config && check(FieldConfig, config, `The config of the field "${field}"`)

const isTime = ({ kind }: Column) => kind === 'time' || kind === 'nanos'

function lastText(column: Column): string | undefined {
  for (let row = column.length - 1; row >= 0; row--) if (!column.isNull(row)) return String(column.at(row))
  return undefined
}

/**
 * The fields of a frame, in their order, as the resolution wants them; those of a series frame are its value fields.
 * SCHEMA_INVALID where the source's own config is none.
 */
export function fieldSubjects(frame: Frame): (FieldSubject & { readonly column: Column })[] {
  const fields: readonly (readonly [string, Column])[] = [...frame.fields]
  const firstTime = fields.findIndex(([, column]) => isTime(column))
  return fields.map(([name, column], index) => {
    const { kind, meta } = column
    return {
      name,
      type: kind,
      refId: frame.meta.refId,
      // The display name of a series frame is a template for the names of its series.
      displayName: frame.kind === 'series' ? undefined : meta.displayName,
      unit: meta.unit,
      config: ownConfigOf(meta.config, name),
      isFirst: index === 0,
      isFirstTime: index === firstTime,
      values: kind === 'number' || kind === 'integer' ? () => column.values : undefined,
      text: kind === 'text' || kind === 'longText' || kind === 'boolean' ? () => lastText(column) : undefined,
      column,
    }
  })
}
