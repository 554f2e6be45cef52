import { NumberColumn, type Column, type Frame, type SeriesFrame, type TableFrame } from '@orrery/frames'
import { findName, seriesNamesOf, toRows } from './fields.ts'
import type { TransformContext } from './transform.ts'

/** Fields of two frames that are matched with each other. */
export interface JoinKey {
  readonly field: string
  /** What it is called in all frames but the first, where they call it otherwise. */
  readonly other?: string
  /** Of each value only what the groups of this regular expression find is compared. */
  readonly pattern?: string
}

/** What is joined with others: a table, or a series. */
export interface JoinSide {
  readonly title: string
  readonly length: number
  /** Whether its only key is known to ascend, each value once. */
  readonly isAscending: boolean
  readonly keys: readonly { readonly name: string; readonly column: Column }[]
  readonly columns: readonly { readonly name: string; readonly column: Column }[]
}

/** Whether frames are joined by their times alone: then each series stands for itself, with its times. */
export const isByTime = (keys: readonly JoinKey[]): boolean =>
  keys.length === 0 || (keys.length === 1 && keys[0]!.pattern === undefined && keys[0]!.field.toLowerCase() === 'time')

/** The sides of a join. Frames without the fields to join by are left out, with a note. */
export function toSides(
  frames: readonly Frame[],
  keys: readonly JoinKey[],
  note: TransformContext['note'],
): JoinSide[] {
  const byTime = isByTime(keys)
  const series = byTime ? frames.filter((frame) => frame.kind === 'series') : []
  const names = seriesNamesOf(series)
  return frames.flatMap((frame, f) => {
    if (byTime && frame.kind === 'series') return seriesSides(frame, names[series.indexOf(frame)]!)
    const side = tableSide(toRows(frame), f, keys, note)
    return side ?? []
  })
}

const titleOf = ({ meta }: Frame, f: number) => meta.name ?? meta.refId ?? String(f + 1)

function seriesSides(frame: SeriesFrame, names: readonly string[]): JoinSide[] {
  const fields = [...frame.fields]
  return Array.from({ length: frame.length }, (_, i) => {
    const times = frame.timesAt(i)
    return {
      title: titleOf(frame, i),
      length: times.length,
      isAscending: true,
      keys: [{ name: 'time', column: new NumberColumn('time', times) }],
      columns: fields.map(([field, column], k) => {
        const { displayName: _, ...meta } = frame.metaAt(i, field)
        const cells: Column = column.slice(frame.offsets[i]!, frame.offsets[i + 1]!)
        return { name: names[i * fields.length + k]!, column: cells.withMeta(meta) }
      }),
    }
  })
}

function tableSide(
  table: TableFrame,
  f: number,
  keys: readonly JoinKey[],
  note: TransformContext['note'],
): JoinSide | undefined {
  const title = titleOf(table, f)
  const found = keys.length === 0 ? [timeName(table)] : keys.map((key) => keyName(table, key, f))
  const at = found.indexOf(undefined)
  if (at >= 0) {
    const { field = 'time', other } = keys[at] ?? {}
    const wanted = f > 0 && other ? other : field
    note(`Frame "${title}" has no field "${wanted}", and is left out of the join.`)
    return undefined
  }
  const names = found as string[]
  // Where only a part is compared, the other's value tells more than the first's.
  const hidden = new Set(names.filter((_, k) => f === 0 || keys[k]?.pattern === undefined))
  return {
    title,
    length: table.length,
    isAscending: false,
    keys: names.map((name) => ({ name, column: table.field(name) })),
    columns: Array.from(table.fields, ([name, column]) => ({ name, column })).filter(({ name }) => !hidden.has(name)),
  }
}

function keyName(table: TableFrame, { field, other }: JoinKey, f: number): string | undefined {
  const known = f > 0 && other ? findName(table.fields.keys(), other) : undefined
  return known ?? findName(table.fields.keys(), field)
}

function timeName({ fields }: TableFrame): string | undefined {
  const known = findName(fields.keys(), 'time')
  if (known !== undefined && fields.get(known)!.kind === 'time') return known
  return Array.from(fields).find(([, { kind }]) => kind === 'time')?.[0]
}
