/** The first value that is not missing, or the last one. */
export const firstPresent = (values: Float64Array) => values.find((value) => !Number.isNaN(value))
export const lastPresent = (values: Float64Array) => values.findLast((value) => !Number.isNaN(value))

/** What becomes of the present values, from one to the next; undefined where there are fewer than two. */
function foldSteps(values: Float64Array, start: number, step: (total: number, from: number, to: number) => number) {
  let total = start
  let before = NaN
  let steps = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(before)) {
      total = step(total, before, value)
      steps++
    }
    before = value
  }
  return steps === 0 ? undefined : total
}

/** How much a counter grew; where it falls, it began again at zero. */
export const increaseOf = (values: Float64Array) =>
  foldSteps(values, 0, (total, from, to) => total + (to < from ? to : to - from))

/** The least distance between a value and the next one that differs from it. */
export function leastStepOf(values: Float64Array) {
  const least = foldSteps(values, Infinity, (total, from, to) =>
    from === to ? total : Math.min(total, Math.abs(to - from)),
  )
  return least === Infinity ? undefined : least
}

/** How often a value differs from the one before. */
export const countChanges = (values: Float64Array) =>
  foldSteps(values, 0, (total, from, to) => (from === to ? total : total + 1)) ?? 0

/** The last present value less the first. */
export function differenceOf(values: Float64Array): number | undefined {
  const first = firstPresent(values)
  return first === undefined ? undefined : lastPresent(values)! - first
}

/** {@link differenceOf} as a share of the first value; undefined where that is zero. */
export function changeOf(values: Float64Array): number | undefined {
  const first = firstPresent(values)
  return first === undefined || first === 0 ? undefined : differenceOf(values)! / Math.abs(first)
}
