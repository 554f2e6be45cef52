import { codesOf, TableFrame, type Frame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { toRows } from './fields.ts'
import { mergeRows } from './merge-rows.ts'
import { builtIn } from './transform.ts'
import { uniteColumns, uniteMeta } from './united-columns.ts'

/** Tables as one. */
export const merge = builtIn({
  id: 'merge',
  title: 'Merge',
  group: 'combine',
  description: 'Makes one table of all frames; rows that are equal in the fields that all have become one.',
  keywords: ['combine', 'tables', 'union'],
  notes: `
Of a frame of series, labels, time and values are fields, and each point is a row. A row is put into every row before it that
is equal in the fields that all frames have, and has nothing else in its other fields; where there is none, it is added. Rows of
one frame are never put together, but equal ones are one. Missing cells are equal, NaN among them.

Frames that have no field in common stay as they are, as does a single one; frames without rows only give their fields. Fields stand in
the order in which frames bring them. Where a field is of several kinds it holds numbers, if all are numbers, whole numbers or
times; else text.
`,
  options: Type.Object({}),
  apply: (frames) => {
    const tables = frames.filter((frame) => frame.kind === 'series' || frame.fields.size > 0).map(toRows)
    const names = new Set(tables.flatMap((table) => [...table.fields.keys()]))
    const shared = [...names].filter((name) => tables.every(({ fields }) => fields.has(name)))
    if (tables.length < 2 || shared.length === 0) return frames
    return [mergeTables(tables, [...names], frames)]
  },
})

function mergeTables(tables: readonly TableFrame[], names: readonly string[], frames: readonly Frame[]): TableFrame {
  const lengths = tables.map(({ length }) => length)
  const columns = new Map(
    names.map((name) => [
      name,
      uniteColumns(
        tables.map(({ fields }) => fields.get(name)),
        lengths,
      ),
    ]),
  )
  let at = 0
  const merged = tables.map(({ length, fields }) => ({ from: at, to: (at += length), fields: [...fields.keys()] }))
  const sources = mergeRows(merged, new Map(Array.from(columns, ([name, column]) => [name, codesOf(column)])))
  return new TableFrame({
    fields: new Map(Array.from(columns, ([name, column]) => [name, column.gather(sources.get(name)!)])),
    meta: uniteMeta(frames),
  })
}
