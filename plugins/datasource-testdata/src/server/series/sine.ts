/** 1/3!, 1/5!, ... with alternating signs: enough for an error below 10^-15 up to a quarter of a turn. */
const coefficients = [1, -6, 120, -5040, 362_880, -39_916_800, 6_227_020_800, -1_307_674_368_000, 355_687_428_096_000]

/**
 * The sine of a share of a turn, from 0 to 1. Of arithmetic alone, because `Math.sin` may differ in its last digits from one
 * engine to another.
 */
export function sine(share: number): number {
  // By symmetry only the first quarter is worked out.
  const half = share > 0.5 ? share - 0.5 : share
  const angle = 2 * Math.PI * (half > 0.25 ? 0.5 - half : half)
  const square = angle * angle
  const sum = coefficients.reduceRight((rest, factorial) => rest * square + 1 / factorial, 0)
  return share > 0.5 ? -angle * sum : angle * sum
}
