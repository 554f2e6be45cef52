/** 1!, -3!, 5!, ...: what the powers of the angle are divided by; enough of them for a quarter of a turn. */
const divisors = [1]
for (let n = 3; n <= 21; n += 2) divisors.push(-divisors.at(-1)! * n * (n - 1))

/**
 * The sine of a share of a turn, from 0 to 1. Of arithmetic alone, because `Math.sin` may differ in its last digits from one
 * engine to another.
 */
export function sine(share: number): number {
  // By symmetry only the first quarter is worked out.
  const half = share > 0.5 ? share - 0.5 : share
  const angle = 2 * Math.PI * (half > 0.25 ? 0.5 - half : half)
  const square = angle * angle
  const sum = divisors.reduceRight((rest, divisor) => rest * square + 1 / divisor, 0)
  return share > 0.5 ? -angle * sum : angle * sum
}
