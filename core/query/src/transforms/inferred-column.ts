import { createBuilder, type Column, type ColumnKind, type Json } from '@orrery/frames'

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * A column of values of any sort: of numbers or booleans when all that are there are so, or texts that read so; JSON when
 * there are objects or lists; else text. undefined is missing.
 */
export function inferColumn(name: string, values: readonly (Json | undefined)[]): Column {
  const kind = kindOf(values)
  const builder = createBuilder(kind, name)
  for (const value of values) builder.push(value === undefined || value === null ? null : toKind(value, kind))
  return builder.build({})
}

function kindOf(values: readonly (Json | undefined)[]): ColumnKind {
  const isThere = (value: Json | undefined): value is NonNullable<Json> => value !== undefined && value !== null
  const there = values.filter(isThere)
  if (there.length === 0) return 'text'
  if (there.some((value) => typeof value === 'object')) return 'json'
  if (there.every((value) => typeof value === 'number' || (typeof value === 'string' && numberPattern.test(value))))
    return 'number'
  return there.every((value) => typeof value === 'boolean' || value === 'true' || value === 'false')
    ? 'boolean'
    : 'text'
}

function toKind(value: NonNullable<Json>, kind: ColumnKind): unknown {
  if (kind === 'number') return Number(value)
  if (kind === 'boolean') return value === true || value === 'true'
  return kind === 'text' ? String(value) : value
}
