/**
 * The value that would stand at a place if the values were sorted, in time linear in them. Changes their order; none may be
 * NaN.
 */
export function selectAt(values: Float64Array, place: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    // The middle of three, so that values in order do not take the longest.
    const pivot = middleOf(values[from]!, values[(from + to) >>> 1]!, values[to]!)
    let left = from
    let right = to
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const value = values[left]!
      values[left++] = values[right]!
      values[right--] = value
    }
    if (place <= right) to = right
    else if (place >= left) from = left
    else break
  }
  return values[place]!
}

const middleOf = (a: number, b: number, c: number) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
