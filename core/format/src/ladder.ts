/** A size that a value is shown in: `factor` in terms of the unit, and the text behind the number. */
export interface Rung {
  readonly factor: number
  /** With its leading space where one stands before it: ` KiB`, `%`. */
  readonly suffix: string
  /** The suffix without the space. */
  readonly symbol: string
  /** What follows the letter of an English compact number, such as ` req/s`: other languages have words for the letter. */
  readonly afterLetter?: string
}

/** The sizes of a unit, ascending. */
export type Ladder = readonly [Rung, ...Rung[]]

type Step = readonly [factor: number, suffix: string]

const toRungs = ([first, ...rest]: readonly [Step, ...Step[]], base = 1): Ladder => {
  const toOne = ([factor, suffix]: Step): Rung => ({ factor: factor / base, suffix, symbol: suffix.trimStart() })
  return [toOne(first), ...rest.map(toOne)]
}

const powers = (base: number, prefixes: readonly string[]) =>
  prefixes.map((prefix, power) => [base ** power, prefix] as const)

const large = powers(1000, ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'])
const binaryPrefixes = powers(1024, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'])
const letters = powers(1000, ['', 'K', 'M', 'B', 'T'])
const siPrefixes: readonly Step[] = [[1e-15, 'f'], [1e-12, 'p'], [1e-9, 'n'], [1e-6, 'µ'], [1e-3, 'm'], ...large]

const prefixed = (steps: readonly Step[], symbol: string, base: number): Ladder => {
  const [first, ...rest] = steps.map(([factor, prefix]): Step => [factor, ` ${prefix}${symbol}`])
  return toRungs([first!, ...rest], base)
}

/** One size: the value as it is. */
export const single = (suffix: string, factor = 1): Ladder => toRungs([[factor, suffix]])

/** Thousands by the letters of English compact numbers: 1.2K, 1.2M, 1.2B, 1.2T. See {@link toLocalRung}. */
export const compact = (suffix = ''): Ladder => {
  const [first, ...rest] = letters.map(([factor, letter]): Step => [factor, letter + suffix])
  const [one, ...large] = toRungs([first!, ...rest])
  return [one, ...large.map((rung) => ({ ...rung, afterLetter: suffix }))]
}

const words = new Map<string, string | undefined>()

/** What a language calls a million: `Mio.`; undefined where it writes the number in full, as German does a thousand. */
function wordOf(locale: string, factor: number): string | undefined {
  const key = `${locale} ${factor}`
  if (!words.has(key)) {
    const parts = new Intl.NumberFormat(locale, { notation: 'compact' }).formatToParts(factor)
    words.set(key, parts.find(({ type }) => type === 'compact')?.value)
  }
  return words.get(key)
}

/** The size with the words of the language, where English has a letter: `1,5 Mio.` for `1.5M`. */
export function toLocalRung(rung: Rung, locale: string): Rung {
  if (rung.afterLetter === undefined || /^en\b/.test(locale)) return rung
  const word = wordOf(locale, rung.factor)
  return word === undefined ? rung : { ...rung, suffix: ` ${word}${rung.afterLetter}`, symbol: word + rung.afterLetter }
}

/** The prefixes of the SI above one; `base` is the size of the unit itself (1e3 for kilobytes of bytes). */
export const metric = (symbol: string, base = 1): Ladder => prefixed(large, symbol, base)

/** The prefixes of the SI, from femto to yotta. */
export const si = (symbol: string, base = 1): Ladder => prefixed(siPrefixes, symbol, base)

/** What a prefix of the SI stands for: 1e3 for `k`; undefined for any other letter. */
export const siFactor = (prefix: string): number | undefined =>
  prefix === '' ? undefined : siPrefixes.find(([, letter]) => letter === prefix.replace(/[μu]/, 'µ'))?.[0]

/** The binary prefixes of the IEC. */
export const binary = (symbol: string, base = 1): Ladder => prefixed(binaryPrefixes, symbol, base)

/** Durations from nanoseconds to years of 365 days; `base` is the unit in seconds. */
export const duration = (base: number): Ladder =>
  toRungs(
    [
      [1e-9, ' ns'],
      [1e-6, ' µs'],
      [1e-3, ' ms'],
      [1, ' s'],
      [60, ' min'],
      [3600, ' h'],
      [86_400, ' d'],
      [31_536_000, ' y'],
    ],
    base,
  )

/** Masses from nanograms to gigatonnes; `base` is the unit in grams. */
export const mass = (base: number): Ladder =>
  toRungs(
    [
      [1e-9, ' ng'],
      [1e-6, ' µg'],
      [1e-3, ' mg'],
      [1, ' g'],
      [1e3, ' kg'],
      [1e6, ' t'],
      [1e9, ' kt'],
      [1e12, ' Mt'],
      [1e15, ' Gt'],
    ],
    base,
  )

/** Lengths from nanometres to kilometres, beyond which nobody counts; `base` is the unit in metres. */
export const metres = (base: number): Ladder =>
  toRungs(
    [
      [1e-9, ' nm'],
      [1e-6, ' µm'],
      [1e-3, ' mm'],
      ...(base === 0.01 ? ([[0.01, ' cm']] as const) : []),
      [1, ' m'],
      [1e3, ' km'],
    ],
    base,
  )

// A value that arithmetic left a hair below a size belongs to that size.
const slack = 1 + 1e-9

function toRungIndex(ladder: Ladder, value: number): number {
  if (value === 0)
    return Math.max(
      0,
      ladder.findIndex(({ factor }) => factor === 1),
    )
  const size = Math.abs(value) * slack
  let index = ladder.length - 1
  while (index > 0 && ladder[index]!.factor > size) index--
  return index
}

/** The size for a value: the largest that it reaches; for zero the unit itself. */
export const toRung = (ladder: Ladder, value: number): Rung => ladder[toRungIndex(ladder, value)]!

/** The next larger size, when the value rounded to these decimals has reached it: 1023.9 B are 1 KiB. */
export function toRoundedRung(ladder: Ladder, value: number, decimals: (scaled: number) => number): Rung {
  const index = toRungIndex(ladder, value)
  const rung = ladder[index]!
  const next = ladder[index + 1]
  // Two sizes are at least ten apart, so rounding never bridges more than a tenth.
  if (next === undefined || Math.abs(value) < next.factor * 0.9) return rung
  const scaled = Math.abs(value) / rung.factor
  const rounded = Number(scaled.toFixed(decimals(scaled))) * rung.factor
  return rounded * slack >= next.factor ? next : rung
}
