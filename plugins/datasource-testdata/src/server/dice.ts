/** MurmurHash3 (x86, 32 bit) of whole words, https://github.com/aappleby/smhasher: the same on every machine. */
export function hash(seed: number, ...words: readonly number[]): number {
  let state = seed | 0
  for (const word of words) state = mixIn(state, word)
  return finish(state, words.length)
}

/** What {@link hash} gives for one word, without a list. */
export const hashWord = (seed: number, word: number): number => finish(mixIn(seed, word), 1)

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by))
const mixIn = (state: number, word: number) =>
  Math.imul(rotate(state ^ Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593), 13), 5) + 0xe6546b64
function finish(state: number, words: number) {
  let value = state ^ (words * 4)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

const WORD = 2 ** 32
const FALLOFF = 0.3

/**
 * Random numbers by their index, in any order: what the dice of a seed and a purpose show at an index is always the same.
 * An index is a whole number up to 2^53, so that it may be a time.
 */
export class Dice {
  readonly #key: number

  /** Dice for different purposes are independent of each other. */
  constructor(seed: number, ...purpose: readonly number[]) {
    this.#key = hash(seed, ...purpose)
  }

  /** A whole number from 0 to 2^32 - 1. */
  at(index: number): number {
    return finish(mixIn(mixIn(this.#key, index | 0), Math.floor(index / WORD)), 2)
  }

  /** From 0 up to, not including, 1. */
  unit(index: number): number {
    return this.at(index) / WORD
  }

  /** About normal, with mean 0 and standard deviation 1, and never beyond 2.5. */
  normal(index: number): number {
    return toNormal(this.at(index))
  }

  /** From 0 up to, not including, `count`. */
  below(count: number, index: number): number {
    return Math.floor(this.unit(index) * count)
  }

  /** As {@link below}, but each further number is about a third as likely as the one before. */
  rank(count: number, index: number): number {
    let found = 0
    for (let rest = this.unit(index); rest < FALLOFF && found < count - 1; rest /= FALLOFF) found++
    return found
  }

  pick<T>(list: readonly T[], index: number): T {
    return list[this.below(list.length, index)]!
  }

  /** Dice of their own for what has this index. */
  of(index: number): Dice {
    return new Dice(this.#key, index | 0, Math.floor(index / WORD))
  }
}

/** About normal, with mean 0 and standard deviation 1, of an even number of 32 bits: the sum of its halves. */
export const toNormal = (even: number): number => ((even >>> 16) + (even & 0xffff) - 0xffff) * NORMAL

/** Each of two even numbers from 0 to 2^16 - 1 has the variance (2^32 - 1) / 12. */
const NORMAL = 1 / Math.sqrt((WORD - 1) / 6)
