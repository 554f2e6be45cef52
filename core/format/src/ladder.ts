/** A size that a value is shown in: `factor` in terms of the unit, and the text behind the number. */
export interface Rung {
  readonly factor: number
  /** With its leading space where one stands before it: ` KiB`, `%`. */
  readonly suffix: string
}

/** The sizes of a unit, ascending. */
export type Ladder = readonly [Rung, ...Rung[]]

const toLadder = (steps: readonly (readonly [factor: number, suffix: string])[], base: number): Ladder => {
  const [first, ...rest] = steps.map(([factor, suffix]) => ({ factor: factor / base, suffix }))
  return [first!, ...rest]
}

/** One size: the value as it is. */
export const single = (suffix: string, factor = 1): Ladder => [{ factor, suffix }]

/** Thousands by the letters of English compact numbers: 1.2K, 1.2M, 1.2B, 1.2T. */
export const compact = (suffix = ''): Ladder =>
  toLadder(
    ['', 'K', 'M', 'B', 'T'].map((letter, power) => [1000 ** power, letter + suffix]),
    1,
  )

/** The prefixes of the SI above one; `base` is the size of the unit itself (1e3 for kilometres of metres). */
export const metric = (symbol: string, base = 1): Ladder =>
  toLadder(
    ['', 'k', 'M', 'G', 'T', 'P', 'E'].map((letter, power) => [1000 ** power, ` ${letter}${symbol}`]),
    base,
  )

/** The prefixes of the SI, from nano on. */
export const metricWithSmall = (symbol: string, base = 1): Ladder =>
  toLadder(
    [
      [1e-9, ` n${symbol}`],
      [1e-6, ` µ${symbol}`],
      [1e-3, ` m${symbol}`],
      ...metric(symbol).map(({ factor, suffix }) => [factor, suffix] as const),
    ],
    base,
  )

/** The binary prefixes of the IEC. */
export const binary = (symbol: string, base = 1): Ladder =>
  toLadder(
    ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((letter, power) => [1024 ** power, ` ${letter}${symbol}`]),
    base,
  )

/** Durations from nanoseconds to years of 365 days; `base` is the unit in seconds. */
export const duration = (base: number): Ladder =>
  toLadder(
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

// A value that arithmetic left a hair below a size belongs to that size.
const slack = 1 + 1e-9

/** The size for a value: the largest that it reaches; for zero the unit itself. */
export function toRung(ladder: Ladder, value: number): Rung {
  if (value === 0) return ladder.find(({ factor }) => factor === 1) ?? ladder[0]
  const size = Math.abs(value) * slack
  return ladder.findLast(({ factor }) => factor <= size) ?? ladder[0]
}

/** The next larger size, when the value rounded to these decimals has reached it: 1023.9 B are 1 KiB. */
export function toRoundedRung(ladder: Ladder, value: number, decimals: (scaled: number) => number): Rung {
  const rung = toRung(ladder, value)
  const next = ladder[ladder.indexOf(rung) + 1]
  // Two sizes are at least ten apart, so rounding never bridges more than a tenth.
  if (next === undefined || Math.abs(value) < next.factor * 0.9) return rung
  const scaled = Math.abs(value) / rung.factor
  const rounded = Number(scaled.toFixed(decimals(scaled))) * rung.factor
  return rounded * slack >= next.factor ? next : rung
}
