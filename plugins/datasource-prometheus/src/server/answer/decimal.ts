import { DOT, LOWER_E, MINUS, PLUS, UPPER_E, ZERO } from './ascii.ts'
import { POWER_LIMIT, powerRests, powers } from './powers.ts'

/** As many digits as a double holds for certain, less the four that are read at once. */
const MOST_HIGH = 11
const MOST_LOW = 8
/** Doubles below this hold every whole number; powers of ten up to 10^22 are exact, too. */
const EXACT = 2 ** 53
const EXACT_POWER = 22
/** Cuts a double in two halves whose products are exact (Dekker). */
const HALVER = 2 ** 27 + 1
/** Bounds the error of {@link scale}, as a share of its result, four times over. */
const DOUBT = 4e-31

/** Reads decimal numbers from bytes, to the very double that `Number()` gives. */
export class DecimalReader {
  /** Behind the number that was read last. */
  end = 0

  /**
   * The number at `at`, which some other byte must follow: `view` is of the same bytes and reads four at once. NaN for
   * what is no decimal number, and for the few whose last bit this way does not find: leave those to `Number()`.
   */
  read(bytes: Uint8Array, view: DataView, at: number): number {
    let k = at
    const isNegative = bytes[k] === MINUS
    if (isNegative) k++
    // The digits as one whole number, high * 10^lowDigits + low; both are exact.
    let high = 0
    let digits = 0
    let low = 0
    let lowDigits = 0
    let point = -1
    const first = k
    for (;;) {
      const four = digits <= MOST_HIGH || lowDigits <= MOST_LOW - 4 ? fourDigits(view.getInt32(k, true)) : -1
      if (four >= 0) {
        if (digits <= MOST_HIGH) {
          high = high * 10_000 + four
          digits += 4
        } else {
          low = low * 10_000 + four
          lowDigits += 4
        }
        k += 4
        continue
      }
      const digit = bytes[k]! - ZERO
      if (digit >= 0 && digit <= 9) {
        if (lowDigits === 0 && digits < MOST_HIGH + 4) {
          high = high * 10 + digit
          digits++
        } else if (lowDigits < MOST_LOW) {
          low = low * 10 + digit
          lowDigits++
        } else return NaN
        k++
      } else if (digit === DOT - ZERO && point < 0 && k > first) point = ++k
      else break
    }
    if (k === first || k === point) return NaN
    let power = point < 0 ? 0 : point - k
    if (bytes[k] === LOWER_E || bytes[k] === UPPER_E) {
      const exponent = this.#exponent(bytes, k + 1)
      if (exponent !== exponent) return NaN
      power += exponent
      k = this.end
    }
    this.end = k
    const value = toDouble(high, low, lowDigits, power)
    return isNegative ? -value : value
  }

  /** A whole number of at most three digits. */
  #exponent(bytes: Uint8Array, at: number): number {
    let k = at
    const sign = bytes[k]
    if (sign === MINUS || sign === PLUS) k++
    const first = k
    let exponent = 0
    for (; k < first + 3; k++) {
      const digit = bytes[k]! - ZERO
      if (!(digit >= 0 && digit <= 9)) break
      exponent = exponent * 10 + digit
    }
    this.end = k
    return k === first ? NaN : sign === MINUS ? -exponent : exponent
  }
}

/** The value of four ASCII digits, the first in the lowest byte; -1 when one is none. */
function fourDigits(word: number): number {
  const digits = word ^ 0x30303030
  // A digit above 9 carries into its byte's highest bit, and so does no other.
  if (((digits + 0x76767676) | digits) & 0x80808080) return -1
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff
  return (pairs & 0xff) * 100 + (pairs >>> 16)
}

/** (high * 10^lowDigits + low) * 10^power, rounded once; NaN when that cannot be told. */
function toDouble(high: number, low: number, lowDigits: number, power: number): number {
  const whole = lowDigits === 0 ? high : high * powers[POWER_LIMIT + lowDigits]! + low
  if (whole < EXACT && power >= -EXACT_POWER && power <= EXACT_POWER)
    return power < 0 ? whole / powers[POWER_LIMIT - power]! : whole * powers[POWER_LIMIT + power]!
  if (power < -POWER_LIMIT || power > POWER_LIMIT) return whole === 0 ? 0 : NaN
  return scale(high, low, lowDigits, power)
}

/**
 * Computes with pairs of doubles, which have 106 bits: their error stays below 2^-103 of the result. When the result
 * rounds to the same double at both ends of what it may be, that double is right.
 */
function scale(high: number, low: number, lowDigits: number, power: number): number {
  // The digits: a + b, exactly.
  const ten = powers[POWER_LIMIT + lowDigits]!
  const product = high * ten
  const sum = product + low
  const back = sum - product
  const a = sum
  const b = product - (sum - back) + (low - back) + productRest(high, ten, product)
  // Times the power of ten, c + d.
  const c = powers[POWER_LIMIT + power]!
  const d = powerRests[POWER_LIMIT + power]!
  const head = a * c
  const rest = productRest(a, c, head) + (a * d + b * c)
  const doubt = head * DOUBT
  const least = head + (rest - doubt)
  return least === head + (rest + doubt) ? least : NaN
}

/** What a * b lacks when it is rounded to `product`. */
function productRest(a: number, b: number, product: number): number {
  const cutA = HALVER * a
  const highA = cutA - (cutA - a)
  const lowA = a - highA
  const cutB = HALVER * b
  const highB = cutB - (cutB - b)
  const lowB = b - highB
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB
}
