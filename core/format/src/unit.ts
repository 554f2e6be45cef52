import { single, type Ladder } from './ladder.ts'
import { units } from './unit-table.ts'

/** Where texts are made for: both are the same on a server and in a browser unless they are given. */
export interface FormatContext {
  /** BCP 47 tag of the number format; default `en-US`. */
  readonly locale?: string | undefined
  /** IANA name; default `UTC`. */
  readonly timeZone?: string | undefined
}

interface UnitBase {
  readonly id: string
  readonly title: string
  readonly category: string
}

/** A unit of numbers that are shown in the size that fits them. */
export interface ScaledUnit extends UnitBase {
  readonly kind: 'scaled'
  /** Stands before the number: `$`. */
  readonly prefix: string
  readonly ladder: Ladder
}

/** A unit whose text is not a number with a suffix: dates, clocks, booleans. */
export interface TextUnit extends UnitBase {
  readonly kind: 'text'
  readonly toText: (value: number, context: FormatContext) => string
}

/** What a unit's id stands for: a name for the picker, and how a number becomes text. */
export type Unit = ScaledUnit | TextUnit

const byId = new Map(units.map((unit) => [unit.id, unit]))
const plain = byId.get('none')!

const toCustom = (id: string, prefix: string, suffix: string): Unit => ({
  kind: 'scaled',
  id,
  title: id,
  category: 'Custom',
  prefix,
  ladder: single(suffix),
})

/**
 * The unit of an id; `prefix:x` and `suffix:x` write their text before and after the number. An id that is not known is
 * a suffix, so that whatever unit a datasource names is seen.
 */
export function parseUnit(id: string | undefined): Unit {
  if (id === undefined || id === '') return plain
  const known = byId.get(id)
  if (known !== undefined) return known
  if (id.startsWith('prefix:')) return toCustom(id, id.slice('prefix:'.length), '')
  return toCustom(id, '', ` ${id.startsWith('suffix:') ? id.slice('suffix:'.length) : id}`)
}

/** All units of the table, by category, for a unit picker. */
export const listUnits = (): readonly Unit[] => units

/** 2 where a unit counts in powers of 1024, as bytes do, else 10: marks of an axis stand at round numbers of this base. */
export function unitBase(id: string | undefined): 2 | 10 {
  const unit = parseUnit(id ?? 'none')
  return unit.kind === 'scaled' && unit.ladder.some(({ factor }) => factor === 1024) ? 2 : 10
}
