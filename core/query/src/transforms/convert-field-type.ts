import type { Frame } from '@orrery/frames'
import { Choice, Type, type Static } from '@orrery/schema'
import { convertColumn } from './cell-conversion.ts'
import { FieldName } from './field-name.ts'
import { findName, toRows } from './fields.ts'
import { namedColumn } from './named-column.ts'
import { builtIn, type TransformContext } from './transform.ts'

const targets = {
  number: 'Number',
  integer: 'Whole number',
  string: 'Text',
  time: 'Time',
  boolean: 'Boolean',
  enum: 'States',
  json: 'JSON',
}
const named: Readonly<Record<keyof typeof targets, string>> = {
  number: 'number',
  integer: 'whole number',
  string: 'text',
  time: 'time',
  boolean: 'boolean',
  enum: 'text',
  json: 'JSON',
}

const Conversion = Type.Object({
  field: FieldName({ title: 'Field' }),
  to: Choice(targets, { title: 'Type', default: 'number' }),
  format: Type.Optional(
    Type.String({
      title: 'Date format',
      maxLength: 200,
      description: 'For times: DD.MM.YYYY HH:mm. Empty: ISO 8601, or a number since 1970.',
    }),
  ),
  timeZone: Type.Optional(
    Type.String({ title: 'Time zone', maxLength: 100, description: 'For times. Empty: that of the dashboard.' }),
  ),
})
type Conversion = Static<typeof Conversion>

/** Columns of another type. */
export const convertFieldType = builtIn({
  id: 'convertFieldType',
  title: 'Convert field type',
  group: 'fields',
  description: 'Makes numbers, texts, times, booleans or JSON of the cells of fields.',
  keywords: ['cast', 'parse', 'number', 'string', 'date', 'enum', 'json'],
  notes: `
Missing cells stay missing, where Grafana makes the text "null" and false of them. A cell that cannot be converted is
missing, too, and the number of these is told; a text without anything is no number.

Numbers of texts may have commas between thousands. Times of numbers are milliseconds since 1970; of texts without a format
they are ISO 8601, or a number of seconds, milliseconds, microseconds or nanoseconds, by its size. Whole numbers are
rounded. The texts false, no, off, 0 and the empty one are false, all others true. A text that is no JSON becomes a JSON
text. Texts of times are written by the format, as ISO 8601 without one. States are texts.

A series stays one while its value fields are numbers, booleans or texts; whatever else is asked for makes rows of it,
and so does another type of a label or of its times.
`,
  options: Type.Object({
    conversions: Type.Array(Conversion, { title: 'Conversions', maxItems: 1000, default: [] }),
  }),
  apply: (frames, { conversions }, context) =>
    conversions.reduce((given, conversion) => convert(given, conversion, context), frames),
})

function convert(
  frames: readonly Frame[],
  { field, to, format = '', timeZone = '' }: Conversion,
  context: TransformContext,
) {
  let isFound = false
  let lost = 0
  const made = frames.map((frame) => {
    const shaped = frame.kind === 'series' && !staysSeries(frame, field, to) ? rowsWith(frame, field) : frame
    const found = namedColumn(shaped, field)
    if (!found) return frame
    isFound = true
    const converted = convertColumn(found.name, found.column, { to, format, timeZone }, context)
    lost += converted.lost
    return found.replace(converted.column)
  })
  if (!isFound && frames.length > 0) context.note(`There is no field "${field}": nothing is converted.`)
  if (lost > 0) context.note(`${lost} cells of "${field}" are no ${named[to]}, and are missing.`)
  return made
}

const ofSeries = new Set<string>(['number', 'boolean', 'string', 'enum'])

const staysSeries = (frame: Frame, field: string, to: string): boolean =>
  findName(frame.fields.keys(), field) !== undefined && ofSeries.has(to)

/** Its rows, where one of their columns is called so. */
function rowsWith(frame: Frame, field: string): Frame {
  const rows = toRows(frame)
  return findName(rows.fields.keys(), field) === undefined ? frame : rows
}
