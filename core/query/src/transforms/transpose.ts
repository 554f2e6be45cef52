import { createBuilder, TableFrame, toWide, type Column, type Frame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { cellText } from './cell-text.ts'
import { seriesNamesOf } from './fields.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

/** The most columns of a result. */
const MAX_COLUMNS = 10_000

/** Rows to columns. */
export const transpose = builtIn({
  id: 'transpose',
  title: 'Transpose',
  group: 'shape',
  description: 'Makes columns of the rows of each frame, and rows of its columns.',
  keywords: ['pivot', 'rotate', 'flip', 'swap'],
  notes: `
The first column of the result has the names of the fields. When the first field of a frame holds texts or times, its
cells are the names of the other columns, and it is no row; else these are called 1, 2, 3. Of equal names the second is
\`name (2)\`. When all other fields are numbers, so are the cells; else they are texts as they are written. Missing cells
stay missing, where Grafana makes texts without anything of them.

Series are transposed as a table of their times: a row for each series, by the name that panels show, and a column for each
time. A result has up to 10,000 columns; rows beyond are left out, and that is told.
`,
  options: Type.Object({
    firstFieldName: Type.String({ title: 'Name of the first field', maxLength: 1024, default: 'Field' }),
    restFieldsName: Type.String({ title: 'Text before the names of the others', maxLength: 1024, default: '' }),
  }),
  apply: (frames, { firstFieldName, restFieldsName }, context) => {
    const series = frames.filter((frame) => frame.kind === 'series')
    const names = new Map<Frame, readonly string[]>(seriesNamesOf(series).map((own, i) => [series[i]!, own]))
    return frames.map((frame) => {
      const fields = frame.kind === 'series' ? wideFields(frame, names.get(frame) ?? []) : [...frame.fields]
      return transposed(frame, fields, { first: firstFieldName || 'Field', before: restFieldsName }, context)
    })
  },
})

type Fields = readonly (readonly [string, Column])[]

/** The times of all series, and a column for each series and field. */
function wideFields(frame: Frame & { readonly kind: 'series' }, names: readonly string[]): Fields {
  const fields = [...frame.fields.keys()]
  let time: Column | undefined
  const wide = fields.map((field) => {
    const table = toWide(frame, { field, maxColumns: frame.length, maxCells: Infinity })
    time = table.field('time')
    return [...table.fields.values()].slice(1)
  })
  if (!time) return []
  return [
    ['time', time],
    ...names.map((name, k) => [name, wide[k % fields.length]![Math.floor(k / fields.length)]!] as const),
  ]
}

interface Naming {
  readonly first: string
  readonly before: string
}

function transposed(frame: Frame, fields: Fields, { first, before }: Naming, { note }: TransformContext): TableFrame {
  const heads = fields[0] && isHead(fields[0][1]) ? fields[0][1] : undefined
  const rows = heads ? fields.slice(1) : fields
  const all = fields[0]?.[1].length ?? 0
  const count = Math.min(all, MAX_COLUMNS)
  if (count < all) note(`${all - count} of ${all} rows do not become columns: there are ${MAX_COLUMNS} at most.`)
  const names = createBuilder('text', first)
  for (const [name] of rows) names.push(name)
  const columns: [string, Column][] = [[first, names.build({})]]
  const isNumbers = rows.every(([, { kind }]) => kind === 'number' || kind === 'integer')
  for (let i = 0; i < count; i++) {
    const head = heads ? (cellText(heads, i) ?? '') : String(i + 1)
    const builder = createBuilder(isNumbers ? 'number' : 'text', head)
    for (const [, column] of rows) builder.push(isNumbers ? column.at(i) : textAt(column, i))
    columns.push([before === '' ? head : `${before} ${head}`, builder.build({})])
  }
  return new TableFrame({ fields: uniqueFields(columns), meta: frame.meta })
}

const isHead = ({ kind }: Column): boolean =>
  kind === 'text' || kind === 'longText' || kind === 'time' || kind === 'nanos'

const textAt = (column: Column, i: number): string | null =>
  column.kind === 'number' && !column.isNull(i) ? String(column.at(i)) : (cellText(column, i) ?? null)
