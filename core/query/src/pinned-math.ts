/*
 * Functions that ECMAScript leaves to the engine, so that two versions of V8 already differ in the last digit. These use
 * nothing but the operations that IEEE 754 rounds exactly (+ - * / and the root), so they give the same everywhere, within
 * about two units in the last place of the true value. Reductions after Cody and Waite, Software Manual for the Elementary
 * Functions (1980); series after Taylor and Gregory.
 */

const { LN2 } = Math
/** The upper digits of ln 2, so few that their product with an exponent is exact; and the rest. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
/** The same of half a turn's half. */
const QUARTER_HIGH = 1.5707963267341256
const QUARTER_LOW = 6.077100506506192e-11

/** 2 to the powers from -1074 to 1023. */
const powersOfTwo = Float64Array.from({ length: 2098 })
powersOfTwo[1074] = 1
for (let k = 1; k <= 1023; k++) powersOfTwo[1074 + k] = powersOfTwo[1073 + k]! * 2
for (let k = 1; k <= 1074; k++) powersOfTwo[1074 - k] = powersOfTwo[1075 - k]! / 2

/** The value times 2 to the power; in two steps, as one factor may be beyond what a number can be. */
function scale(value: number, power: number): number {
  const half = Math.trunc(power / 2)
  return value * powersOfTwo[1074 + half]! * powersOfTwo[1074 + power - half]!
}

const reciprocals = (length: number, of: (k: number) => number) => Float64Array.from({ length }, (_, k) => 1 / of(k))
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
const expTerms = reciprocals(15, factorial)
const sineTerms = reciprocals(10, (k) => factorial(2 * k + 1) * (k % 2 ? -1 : 1))
const cosineTerms = reciprocals(10, (k) => factorial(2 * k) * (k % 2 ? -1 : 1))
const logTerms = reciprocals(13, (k) => (2 * k + 3) / 2)
const tangentTerms = reciprocals(14, (k) => (2 * k + 1) * (k % 2 ? -1 : 1))

function polynomial(terms: Float64Array, x: number): number {
  let sum = 0
  for (let k = terms.length - 1; k >= 0; k--) sum = sum * x + terms[k]!
  return sum
}

/** e to the power of x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const power = Math.round(x / LN2)
  const rest = x - power * LN2_HIGH - power * LN2_LOW
  return scale(polynomial(expTerms, rest), power)
}

const bits = new DataView(new ArrayBuffer(8))

/** A positive, finite number as `part` times 2 to `power`; the part is between the root of a half and that of two. */
function split(x: number): { readonly part: number; readonly power: number } {
  const isTiny = x < 2.2250738585072014e-308
  bits.setFloat64(0, isTiny ? x * 18014398509481984 : x)
  const high = bits.getUint32(0)
  const power = (high >>> 20) - 1023 - (isTiny ? 54 : 0)
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  const part = bits.getFloat64(0)
  return part > Math.SQRT2 ? { part: part / 2, power: power + 1 } : { part, power }
}

/** ln of what {@link split} made, without its power. */
function logOfPart(part: number): { readonly main: number; readonly rest: number } {
  const main = part - 1
  const share = main / (2 + main)
  const square = share * share
  return { main, rest: share * (main - square * polynomial(logTerms, square)) }
}

/** The natural logarithm: NaN below zero. */
export function ln(x: number): number {
  if (!(x >= 0)) return NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  const { part, power } = split(x)
  const { main, rest } = logOfPart(part)
  return power * LN2_HIGH + (main - (rest - power * LN2_LOW))
}

/** x to the power of y, with the special cases of `**`. */
export function pow(x: number, y: number): number {
  const isWhole = Number.isInteger(y)
  // What the standard says exactly, and what has no number.
  if (y === 0 || !Number.isFinite(y) || !Number.isFinite(x) || x === 0 || (x < 0 && !isWhole)) return x ** y
  if (isWhole && Math.abs(y) <= 32) return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
  const size = powerOfPositive(Math.abs(x), y)
  return x < 0 && y % 2 !== 0 ? -size : size
}

function wholePower(x: number, count: number): number {
  let result = 1
  for (let factor = x, rest = count; rest > 0; rest = Math.floor(rest / 2), factor *= factor)
    if (rest % 2) result *= factor
  return result
}

/** The power of two and the part apart, so that the argument of `exp` is small, and its error with it. */
function powerOfPositive(x: number, y: number): number {
  const { part, power } = split(x)
  const { main, rest } = logOfPart(part)
  const whole = Math.trunc(y)
  const inTwos = power * (y - whole)
  const exponent = (inTwos - Math.round(inTwos)) * LN2 + y * (main - rest)
  const more = Math.round(exponent / LN2)
  // Whole numbers, whose product and sum are exact.
  const twos = power * whole + Math.round(inTwos) + more
  if (twos > 1024) return Infinity
  if (twos < -1076) return 0
  const value = polynomial(expTerms, exponent - more * LN2_HIGH - more * LN2_LOW)
  return scale(value, twos)
}

/** The sine of an angle in radians. */
export const sin = (angle: number): number => sineFrom(angle, 0)
/** The cosine of an angle in radians. */
export const cos = (angle: number): number => sineFrom(angle, 1)

function sineFrom(angle: number, quarters: number): number {
  if (!Number.isFinite(angle)) return NaN
  const whole = Math.round(angle / (Math.PI / 2))
  const rest = angle - whole * QUARTER_HIGH - whole * QUARTER_LOW
  const place = (((whole + quarters) % 4) + 4) % 4
  const square = rest * rest
  const value = place % 2 ? polynomial(cosineTerms, square) : rest * polynomial(sineTerms, square)
  return place < 2 ? value : -value
}

function atan(x: number): number {
  if (x < 0) return -atan(-x)
  if (x > 1) return Math.PI / 2 - atan(1 / x)
  // The tangent of half the angle, twice.
  const half = x / (1 + Math.sqrt(1 + x * x))
  const quarter = half / (1 + Math.sqrt(1 + half * half))
  return 4 * quarter * polynomial(tangentTerms, quarter * quarter)
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0)

/** The angle of a point, in radians from -π to π; zeros have their signs, as IEEE 754 says. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (Math.abs(y) > Math.abs(x)) return (y > 0 ? Math.PI / 2 : -Math.PI / 2) - atan(x / y)
  const angle = y === 0 ? 0 : atan(Math.abs(y / x))
  const turned = isNegative(x) ? Math.PI - angle : angle
  return isNegative(y) ? -turned : turned
}

/** The angle whose sine is x: NaN beyond -1 and 1. */
export const asin = (x: number): number => (Math.abs(x) <= 1 ? atan2(x, Math.sqrt((1 - x) * (1 + x))) : NaN)
