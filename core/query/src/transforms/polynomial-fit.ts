/** Gives the value of a fitted curve. */
export type Curve = (x: number) => number

/**
 * The polynomial of this degree that is nearest to the points by least squares, or of the highest one that they
 * allow; undefined where there are no points. Points whose x or y is not finite do not count. It is a sum of
 * polynomials that are orthogonal on these points, made one of another (G. E. Forsythe, Generation and use of
 * orthogonal polynomials for data-fitting with a digital computer, 1957): no system of equations is solved, so that
 * times in milliseconds and high degrees lose no digits. Sums are taken from the first point to the last.
 */
export function fitPolynomial(xs: Float64Array, ys: Float64Array, degree: number): Curve | undefined {
  const points = Int32Array.from(xs.keys()).filter((k) => Number.isFinite(xs[k]) && Number.isFinite(ys[k]))
  if (points.length === 0) return undefined
  const { middle, half } = extentOf(xs, points)
  const x = Float64Array.from(points, (k) => (xs[k]! - middle) / half)
  const y = Float64Array.from(points, (k) => ys[k]!)
  let before = new Float64Array(x.length)
  let own = new Float64Array(x.length).fill(1)
  let normBefore = 1
  const terms: Term[] = []
  for (let n = 0; n <= degree; n++) {
    let norm = 0
    let mean = 0
    let product = 0
    for (let k = 0; k < x.length; k++) {
      const square = own[k]! * own[k]!
      norm += square
      mean += x[k]! * square
      product += own[k]! * y[k]!
    }
    // No more different places than terms: nothing is left for another.
    if (norm <= x.length * 1e-20) break
    const term = { weight: product / norm, shift: mean / norm, ratio: n === 0 ? 0 : norm / normBefore }
    terms.push(term)
    const next = new Float64Array(x.length)
    for (let k = 0; k < x.length; k++) next[k] = (x[k]! - term.shift) * own[k]! - term.ratio * before[k]!
    before = own
    own = next
    normBefore = norm
  }
  return (at) => evaluate(terms, (at - middle) / half)
}

/** One polynomial: how much of it there is, and how the next one follows from it. */
interface Term {
  readonly weight: number
  readonly shift: number
  readonly ratio: number
}

function evaluate(terms: readonly Term[], x: number): number {
  let before = 0
  let own = 1
  let sum = 0
  for (const { weight, shift, ratio } of terms) {
    sum += weight * own
    const next = (x - shift) * own - ratio * before
    before = own
    own = next
  }
  return sum
}

/** What places are measured from and by, so that they lie between -1 and 1. */
function extentOf(xs: Float64Array, points: Int32Array) {
  let low = Infinity
  let high = -Infinity
  for (const k of points) {
    if (xs[k]! < low) low = xs[k]!
    if (xs[k]! > high) high = xs[k]!
  }
  return { middle: low + (high - low) / 2, half: (high - low) / 2 || 1 }
}
