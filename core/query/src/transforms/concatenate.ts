import { TableFrame, TextColumn, TextDictionary, type Column } from '@orrery/frames'
import { Choice, Type, ui } from '@orrery/schema'
import { toRows } from './fields.ts'
import { builtIn } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteMeta } from './united-columns.ts'

/** The fields of all frames in one. */
export const concatenate = builtIn({
  id: 'concatenate',
  title: 'Concatenate fields',
  group: 'combine',
  description: 'Puts the fields of all frames side by side in one table, whatever their rows hold.',
  keywords: ['columns', 'side by side', 'append'],
  notes: `
Row stands beside row by number alone; shorter frames end in missing cells. Of a frame of series, labels, time and values are
fields, and each point is a row. The name of a frame, or its query where it has none, stands before those of its fields:
\`cpu · value\`; it is left away; or it stands in a column of its own before them. Names that are there
already get a number: \`value (2)\`. In Grafana a frame without a name adds none, and a label takes the place of the column.
`,
  options: Type.Object({
    frameName: Choice(
      { field: 'Before the names of fields', column: 'In a column of its own', drop: 'Left away' },
      { title: 'Name of the frame', default: 'field' },
    ),
    column: Type.String({
      title: 'Column',
      description: 'What the column with the name of the frame is called.',
      default: 'frame',
      minLength: 1,
      maxLength: 1024,
      ...ui({ showIf: { frameName: 'column' } }),
    }),
  }),
  apply: (frames, { frameName, column }) => {
    if (frames.length < 2) return frames
    const tables = frames.map(toRows)
    const length = Math.max(...tables.map((table) => table.length))
    const fields = new Map<string, Column>()
    for (const [f, table] of tables.entries()) {
      const title = table.meta.name ?? table.meta.refId ?? String(f + 1)
      if (frameName === 'column' && table.fields.size > 0) {
        const codes = Int32Array.from({ length }, (_, r) => (r < table.length ? 0 : -1))
        fields.set(uniqueName(column, fields), new TextColumn(codes, new TextDictionary([title])))
      }
      const rows = Int32Array.from({ length }, (_, r) => (r < table.length ? r : -1))
      for (const [name, own] of table.fields)
        fields.set(
          uniqueName(frameName === 'field' ? `${title} · ${name}` : name, fields),
          table.length === length ? own : own.gather(rows),
        )
    }
    return [new TableFrame({ fields, meta: uniteMeta(frames) })]
  },
})
