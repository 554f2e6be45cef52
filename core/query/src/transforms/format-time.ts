import { createBuilder } from '@orrery/frames'
import { Type, ui } from '@orrery/schema'
import { FieldName } from './field-name.ts'
import { findName, toRows } from './fields.ts'
import { timeWriter } from './time-writing.ts'
import { builtIn } from './transform.ts'

/** Times as texts. */
export const formatTime = builtIn({
  id: 'formatTime',
  title: 'Format time',
  group: 'time',
  description: 'Writes the times of a field as texts.',
  keywords: ['date', 'string', 'timezone', 'format', 'group by day'],
  notes: `
The format is of the letters of date units: \`YYYY-MM-DD\`, \`ddd HH:mm\`, \`[Q] MMMM\`; names of days and months are English. An
empty one writes ISO 8601 with the offset. Missing times stay missing. A field that holds no times stays as it is, and says
so.

Series become rows, because their times must be times.
`,
  options: Type.Object({
    field: FieldName({ title: 'Field', default: 'time' }),
    format: Type.String({ title: 'Format', maxLength: 200, default: 'YYYY-MM-DD HH:mm:ss' }),
    timeZone: Type.String({
      title: 'Time zone',
      maxLength: 100,
      default: '',
      description: 'Empty: that of the dashboard.',
      ...ui({ placeholder: 'Europe/Berlin' }),
    }),
  }),
  apply: (frames, { field, format, timeZone }, context) => {
    const write = timeWriter(format, timeZone, context)
    let isDone = false
    const made = frames.map((frame) => {
      if (frame.kind === 'series' && field.toLowerCase() !== 'time') return frame
      const table = toRows(frame)
      const name = findName(table.fields.keys(), field)
      const column = name === undefined ? undefined : table.fields.get(name)
      if (name === undefined || (column?.kind !== 'time' && column?.kind !== 'nanos')) return frame
      isDone = true
      const builder = createBuilder('text', name)
      for (let i = 0; i < column.length; i++)
        builder.push(
          column.isNull(i) ? null : write(column.kind === 'time' ? column.values[i]! : toMs(column.values[i]!)),
        )
      return table.with({ fields: new Map(table.fields).set(name, builder.build({})) })
    })
    if (!isDone && frames.length > 0) context.note(`There is no field "${field}" of times: nothing is written.`)
    return made
  },
})

const toMs = (nanos: bigint): number => Number(nanos / 1_000_000n)
