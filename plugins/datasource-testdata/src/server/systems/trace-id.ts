import { hash, type Dice } from '../dice.ts'

/** There is one trace a minute. */
export const EVERY_MS = 60_000
export const traceIndexAt = (time: number): number => Math.floor(time / EVERY_MS)

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
/** The first half of the ids of a seed. */
const prefixOf = (seed: number) => hex(hash(seed, 1), 8) + hex(hash(seed, 2), 8)

/** The id of a trace; its second half is the index, so that it can be found again. */
export const traceIdAt = (seed: number, index: number): string => prefixOf(seed) + hex(index, 16)

/** The index of a trace of this seed; undefined when it has none of that id. */
export function traceIndexOf(seed: number, traceId: string): number | undefined {
  const index = Number.parseInt(traceId.slice(16), 16)
  return traceId.startsWith(prefixOf(seed)) && Number.isSafeInteger(index) ? index : undefined
}

export const spanIdAt = (dice: Dice, span: number): string => hex(dice.at(2 * span), 8) + hex(dice.at(2 * span + 1), 8)
