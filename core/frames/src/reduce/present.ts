/** The values that are not NaN, which is missing. */
export function presentOf(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length)
  let count = 0
  for (let k = 0; k < values.length; k++) if (values[k] === values[k]) present[count++] = values[k]!
  return present.subarray(0, count)
}
