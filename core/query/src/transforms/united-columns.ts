import {
  concat,
  createBuilder,
  NumberColumn,
  TableFrame,
  withNotice,
  type Column,
  type Frame,
  type FrameMeta,
} from '@orrery/frames'
import { cellText } from './cell-text.ts'

/**
 * Columns one after the other, undefined ones as that many nulls: numbers of different kinds become numbers, other mixed kinds
 * text. At least one is there.
 */
export function uniteColumns(columns: readonly (Column | undefined)[], lengths: readonly number[]): Column {
  const kind = commonKind(columns.flatMap((column) => column?.kind ?? []))
  const tables = columns.map((column, i) => {
    const part = column ?? missing(kind, lengths[i]!)
    return new TableFrame({ fields: new Map([['x', kind === part.kind ? part : toKind(part, kind)]]) })
  })
  // There is one for each column, so at least one.
  return concat(tables as [TableFrame, ...TableFrame[]])
    .field('x')
    .withMeta(columns.find(Boolean)?.meta ?? {})
}

const isNumeric = (kind: string) => kind === 'number' || kind === 'integer' || kind === 'time'

/** The kind that holds what all of these do. */
export function commonKind(kinds: readonly Column['kind'][]): Column['kind'] {
  const [first = 'text', ...others] = new Set(kinds)
  if (others.length === 0) return first
  return [first, ...others].every(isNumeric) ? 'number' : 'text'
}

function missing(kind: Column['kind'], length: number): Column {
  const builder = createBuilder(kind, '')
  for (let i = 0; i < length; i++) builder.push(null)
  return builder.build({})
}

function toKind(column: Column, kind: Column['kind']): Column {
  if (kind === 'number' && (column.kind === 'integer' || column.kind === 'time'))
    return new NumberColumn('number', column.values, column.validity, column.meta)
  const builder = createBuilder('text', '')
  for (let i = 0; i < column.length; i++) builder.push(cellText(column, i))
  return builder.build(column.meta)
}

/** What is known of a frame that is made of several: the query, where all answer the same one, and all notices. */
export function uniteMeta(frames: readonly Frame[]): FrameMeta {
  const [refId, ...others] = new Set(frames.map(({ meta }) => meta.refId))
  const bare = new TableFrame({
    fields: new Map(),
    meta: refId === undefined || others.length > 0 ? {} : { refId },
  })
  return frames.flatMap(({ meta }) => meta.notices ?? []).reduce(withNotice, bare).meta
}
