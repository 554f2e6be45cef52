/** Numbers of all sizes from a thousandth to a billion, the same in each run. */
export function createNumbers(count: number): Float64Array {
  let seed = 42
  return Float64Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return 10 ** (((seed >>> 0) / 2 ** 32) * 12 - 3)
  })
}

const START = Date.UTC(2017, 0, 1)
const YEARS = 10 * 365.25 * 86_400_000

/** Times over ten years, ascending. */
export const createTimes = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => START + Math.floor((i * YEARS) / count))

const SAMPLES = 100_000

/** The texts say the same. Ours leave out zeros at the end, group digits, and have short names of large numbers. */
export function checkTexts(
  numbers: Float64Array,
  ours: (value: number) => string,
  theirs: (value: number) => string,
): void {
  for (const value of numbers.subarray(0, SAMPLES)) {
    const [text, other] = [toBare(ours(value)), toBare(theirs(value))]
    // 999.9 is rounded to 1K here, and to 1000 there.
    if (/^1[KMBT]/.test(text)) continue
    if (text !== other) throw new Error(`${value} is ${text} here and ${other} there.`)
  }
}

const toBare = (text: string) =>
  text
    .replaceAll(/[ ,]/g, '')
    .replace(/Mil$/, 'M')
    .replace(/Bil$/, 'B')
    .replace(/(\.\d*?)0+(?!\d)/, '$1')
    .replace(/\.(?!\d)/, '')
