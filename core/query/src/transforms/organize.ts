import type { Column, TableFrame } from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { compareTexts } from './code-points.ts'
import { FieldName } from './field-name.ts'
import { findName } from './fields.ts'
import { changeShown, pickShown, type ShownSeries } from './shown-series.ts'
import { builtIn } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

const Options = Type.Object({
  fields: Type.Array(
    Type.Object({
      name: FieldName({ title: 'Field' }),
      rename: Type.Optional(Type.String({ title: 'New name', maxLength: 1024 })),
      hidden: Type.Optional(Type.Boolean({ title: 'Hidden' })),
    }),
    { title: 'Fields', description: 'In this order; others follow.', maxItems: 1000, default: [] },
  ),
  hideOthers: Type.Boolean({ title: 'Hide fields that are not listed', default: false }),
  sort: Choice(
    { listed: 'As listed', name: 'By name', label: 'By a label' },
    { title: 'Order', default: 'listed', description: 'The label is one of series.' },
  ),
  label: Type.String({ title: 'Label', maxLength: 1024, default: '', ...ui({ showIf: { sort: 'label' } }) }),
  descending: Type.Boolean({ title: 'Descending', default: false }),
})
type Options = Static<typeof Options>

/** Order, names and visibility of fields. */
export const organize = builtIn({
  id: 'organize',
  title: 'Organize fields',
  group: 'fields',
  description: 'Orders, renames and hides fields and series.',
  keywords: ['rename', 'reorder', 'order', 'hide', 'columns', 'sort'],
  notes: `
The listed fields come first, in the order of the list; fields that it does not have follow as they stood, unless they are
hidden. A listed field that is not there is passed over, so that one list fits several frames. Of two fields that would be
called the same the second is \`name (2)\`. A frame whose fields are all hidden is left out.

By name, text is ordered by code point, and columns of times stay first. The order by a label is for series, and those
without it come last; columns have no labels and stay.

Series are fields by the names that panels show: hidden ones are left out, renamed ones get a display name, and the
others keep their names. Their times are no field of the list.
`,
  options: Options,
  apply: (frames, options) =>
    changeShown(frames, {
      series: (shown) => organizeSeries(shown, options),
      table: (table) => organizeTable(table, options),
    }),
})

function organizeSeries(shown: ShownSeries, options: Options): ShownSeries | undefined {
  const labels = shown.frame.labels.get(options.label)
  const order = toOrder(shown.names, options, (i) => labels?.at(i) ?? undefined, false)
  if (order.length === 0 && shown.names.length > 0) return undefined
  const names = order.map(({ name }) => name)
  const isSame = order.length === shown.names.length && order.every(({ at }, i) => at === i)
  if (!isSame)
    return {
      ...pickShown(
        shown,
        order.map(({ at }) => at),
      ),
      names,
    }
  return names.some((name, i) => name !== shown.names[i]) ? { ...shown, names } : shown
}

function organizeTable(table: TableFrame, options: Options): TableFrame | undefined {
  const fields = [...table.fields]
  const isTime = ([, { kind }]: readonly [string, Column]) => kind === 'time' || kind === 'nanos'
  const ordered = toOrder(
    fields.map(([name]) => name),
    options.sort === 'label' ? { ...options, sort: 'listed' } : options,
    () => undefined,
    (i) => isTime(fields[i]!),
  )
  if (ordered.length === 0 && fields.length > 0) return undefined
  const made = uniqueFields(ordered.map(({ name, at }) => [name, fields[at]![1]]))
  const isSame = made.size === fields.length && [...made.keys()].every((name, i) => name === fields[i]![0])
  return isSame ? table : table.with({ fields: made })
}

interface Placed {
  readonly at: number
  readonly name: string
}

/** Which fields stay, where they stood, and what they are called. */
function toOrder(
  names: readonly string[],
  { fields, hideOthers, sort, descending }: Options,
  labelOf: (at: number) => string | undefined,
  isFirst: false | ((at: number) => boolean),
): readonly Placed[] {
  const placeOf = new Map<string, number>()
  fields.forEach(({ name }, place) => {
    const known = findName(names, name)
    if (known !== undefined && !placeOf.has(known)) placeOf.set(known, place)
  })
  const kept = names.flatMap((name, at) => {
    const place = placeOf.get(name)
    if (place === undefined) return hideOthers ? [] : [{ at, name, place: fields.length }]
    const { hidden, rename } = fields[place]!
    return hidden ? [] : [{ at, name: rename || name, place }]
  })
  if (sort === 'listed') return kept.sort((a, b) => a.place - b.place || a.at - b.at)
  const sign = descending ? -1 : 1
  const keyOf = ({ at, name }: Placed) => (sort === 'name' ? name : labelOf(at))
  const groupOf = (one: Placed) => (isFirst && isFirst(one.at) ? 0 : keyOf(one) === undefined ? 2 : 1)
  return kept.sort(
    (a, b) => groupOf(a) - groupOf(b) || sign * compareTexts(keyOf(a) ?? '', keyOf(b) ?? '') || a.at - b.at,
  )
}
