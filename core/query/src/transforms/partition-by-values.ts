import { createBuilder, gatherGroups, pick, toSeries, type Frame, type TableFrame } from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { cellText } from './cell-text.ts'
import { FieldNames } from './field-name.ts'
import { toRows } from './fields.ts'
import { groupTable, knownNames } from './table-groups.ts'
import { builtIn, type TransformContext } from './transform.ts'

/** The most frames that are made of one. */
const MOST_FRAMES = 1000

const ofFrames = ui({ showIf: { result: 'frames' } })

const Options = Type.Object({
  fields: {
    ...FieldNames({ title: 'Fields', description: 'Rows that are equal in all of these stay together.' }),
    default: [],
  },
  result: Choice(
    { frames: 'A frame for each group', series: 'Series with the values as labels' },
    { title: 'Result', default: 'frames' },
  ),
  naming: Choice(
    { values: 'Values: a', pairs: 'Names and values: host=a' },
    { title: 'Frames are called', default: 'values', ...ofFrames },
  ),
  append: Type.Boolean({ title: 'After the name of the frame', default: false, ...ofFrames }),
  keepFields: Type.Boolean({
    title: 'Keep the fields',
    description: 'Also in the frames, where they are the same in each row.',
    default: false,
    ...ofFrames,
  }),
})
type Options = Static<typeof Options>

/** A frame for each group of rows. */
export const partitionByValues = builtIn({
  id: 'partitionByValues',
  title: 'Partition by values',
  group: 'group',
  description: 'Splits a table into a frame for each value of some fields, or makes a series of each.',
  keywords: ['split', 'group', 'multi frame', 'facet'],
  notes: `
Each frame by itself; of a frame of series, labels, time and values are fields, and each point is a row. Frames stand in the order in
which values are met, and are called after these: \`a\`, \`a true\`, or \`host=a up=true\`. Missing cells, NaN among them, are a group
called \`null\`. At most ${MOST_FRAMES.toLocaleString('en')} frames are made of one; a notice says how many groups are left out.

As series, a column of times and numbers are needed; the fields become labels, other texts are left out. A frame where that cannot be,
and one that has none of the fields, stays as it is; fields that are not there are passed over.
`,
  options: Options,
  apply: (frames, options, { note }) =>
    frames.flatMap((frame): readonly Frame[] => {
      const table = toRows(frame)
      const names = knownNames(table, options.fields, note)
      if (names.length === 0) return [frame]
      return options.result === 'series'
        ? [toLabelled(table, names, note) ?? frame]
        : partition(table, names, options, note)
    }),
})

function partition(
  table: TableFrame,
  names: readonly string[],
  { naming, append, keepFields }: Options,
  note: TransformContext['note'],
): TableFrame[] {
  const groups = groupTable(table, names)
  const { rows, offsets } = gatherGroups(groups)
  const rest = table.with({
    fields: new Map([...table.fields].filter(([name]) => keepFields || !names.includes(name))),
  })
  const count = Math.min(groups.firsts.length, MOST_FRAMES)
  if (count < groups.firsts.length)
    note(`${groups.firsts.length - count} of ${groups.firsts.length} groups are left out.`)
  return Array.from({ length: count }, (_, g) => {
    const words = names.map((name) => {
      const text = cellText(table.field(name), groups.firsts[g]!) ?? 'null'
      return naming === 'pairs' ? `${name}=${text}` : text
    })
    if (append && table.meta.name !== undefined) words.unshift(table.meta.name)
    const own = rest.fields.size > 0 ? pick(rest, rows.subarray(offsets[g], offsets[g + 1])) : rest
    return own.with({ meta: { ...table.meta, name: words.join(' ') } })
  })
}

/** Series whose labels are these fields. */
function toLabelled(table: TableFrame, names: readonly string[], note: TransformContext['note']): Frame | undefined {
  const columns = [...table.fields]
  const time = columns.find(([name, { kind }]) => kind === 'time' && !names.includes(name))?.[0]
  const hasNumbers = columns.some(
    ([name, { kind }]) => (kind === 'number' || kind === 'integer') && !names.includes(name),
  )
  if (time === undefined || !hasNumbers) {
    note('A frame without times or numbers cannot become series, and stays as it is.')
    return undefined
  }
  const fields = new Map(columns.filter(([name, { kind }]) => kind !== 'text' || names.includes(name)))
  for (const name of names) {
    const column = table.field(name)
    if (column.kind === 'text') continue
    const texts = createBuilder('text', name)
    for (let r = 0; r < column.length; r++) texts.push(cellText(column, r))
    fields.set(name, texts.build({}))
  }
  return toSeries(table.with({ fields }), { time })
}
