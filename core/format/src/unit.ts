import { parseCustomUnit } from './custom-unit.ts'
import type { DateText, FormatContext } from './date-text.ts'
import type { Ladder } from './ladder.ts'
import { units } from './unit-table.ts'

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

/** A unit whose text is not a number with a suffix: hexadecimal numbers, clocks. */
export interface TextUnit extends UnitBase {
  readonly kind: 'text'
  readonly toText: (value: number, context: FormatContext, decimals: number | undefined) => string
}

/** Times in milliseconds since 1970. */
export interface DateUnit extends UnitBase {
  readonly kind: 'date'
  readonly toText: DateText
}

/** Two words: one for zero, one for every other number. */
export interface BooleanUnit extends UnitBase {
  readonly kind: 'boolean'
  readonly yes: string
  readonly no: string
}

/** What a unit's id stands for: a name for the picker, and how a number becomes text. */
export type Unit = ScaledUnit | TextUnit | DateUnit | BooleanUnit

// Both letters are mu, and people have written both.
const toKey = (id: string) => id.replace('μ', 'µ')

const byId = new Map(units.map((unit) => [toKey(unit.id), unit]))
const plain = byId.get('none')!

const customs = new Map<string, Unit>()
const maxCustoms = 1000

function toCustom(id: string): Unit {
  let unit = customs.get(id)
  if (unit === undefined) {
    if (customs.size >= maxCustoms) customs.clear()
    customs.set(id, (unit = parseCustomUnit(id)))
  }
  return unit
}

/**
 * The unit of an id. Beside those of the table: `prefix:x` and `suffix:x` write their text before and after the number,
 * `count:x` does so after thousands as letters, `currency:x` before them, `si:kx` is a unit x given in thousands,
 * `time:YYYY-MM-DD` a date by a pattern, `bool:up/down` two words. An id that is not known is a suffix, so that whatever
 * unit a datasource names is seen.
 */
export function parseUnit(id: string | undefined): Unit {
  if (id === undefined || id === '') return plain
  return byId.get(id) ?? byId.get(toKey(id)) ?? toCustom(id)
}

/** All units of the table, by category, for a unit picker. */
export const listUnits = (): readonly Unit[] => units

/** 2 where a unit counts in powers of 1024, as bytes do, else 10: marks of an axis stand at round numbers of this base. */
export function unitBase(id: string | undefined): 2 | 10 {
  const unit = parseUnit(id)
  return unit.kind === 'scaled' && unit.ladder.some(({ factor }) => factor === 1024) ? 2 : 10
}
