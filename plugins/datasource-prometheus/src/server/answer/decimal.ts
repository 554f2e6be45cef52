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

/**
 * Reads the decimal number at `at`, to the very double that `Number()` gives, into out[index], and returns where it ends;
 * some other byte must stand there. `view` is of the same bytes and reads four at once. Returns -1 for what is no decimal
 * number, and for the few whose last bit this way does not find: leave those to `Number()`.
 */
// The number is not returned, as a call boxes a double.
export function readDecimal(bytes: Uint8Array, view: DataView, at: number, out: Float64Array, index: number): number {
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
    if (high === 0) {
      digits = 0
      while (bytes[k] === ZERO) k++
    }
    // Before the point there are few digits, behind it many.
    if (point >= 0)
      for (; digits <= MOST_HIGH; k += 4, digits += 4) {
        const four = fourDigits(view.getInt32(k, true))
        if (four < 0) break
        high = high * 10_000 + four
      }
    if (digits > MOST_HIGH)
      for (; lowDigits <= MOST_LOW - 4; k += 4, lowDigits += 4) {
        const four = fourDigits(view.getInt32(k, true))
        if (four < 0) break
        low = low * 10_000 + four
      }
    let digit = bytes[k]! - ZERO
    for (; digit >= 0 && digit <= 9; digit = bytes[++k]! - ZERO) {
      if (lowDigits === 0 && digits < MOST_HIGH + 4) {
        high = high * 10 + digit
        digits++
      } else if (lowDigits < MOST_LOW) {
        low = low * 10 + digit
        lowDigits++
      } else return -1
    }
    if (digit !== DOT - ZERO || point >= 0 || k === first) break
    point = ++k
  }
  if (k === first || k === point) return -1
  let power = point < 0 ? 0 : point - k
  if (bytes[k] === LOWER_E || bytes[k] === UPPER_E) {
    const sign = bytes[++k]
    if (sign === MINUS || sign === PLUS) k++
    const firstOfPower = k
    let exponent = 0
    for (; k < firstOfPower + 3 && isDigit(bytes[k]!); k++) exponent = exponent * 10 + bytes[k]! - ZERO
    if (k === firstOfPower) return -1
    power += sign === MINUS ? -exponent : exponent
  }
  const value = toDouble(high, low, lowDigits, power)
  out[index] = isNegative ? -value : value
  return value === value ? k : -1
}

/** The number that ten digits at `at` are; negative when one is none. So long are the seconds from 2001 to 2286. */
export function tenDigits(bytes: Uint8Array, view: DataView, at: number): number {
  const high = fourDigits(view.getInt32(at, true))
  const middle = fourDigits(view.getInt32(at + 4, true))
  const tens = bytes[at + 8]!
  const ones = bytes[at + 9]!
  if (high < 0 || middle < 0 || !isDigit(tens) || !isDigit(ones)) return -1
  return high * 1_000_000 + middle * 100 + tens * 10 + ones - 11 * ZERO
}

const isDigit = (byte: number) => byte >= ZERO && byte < ZERO + 10

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
