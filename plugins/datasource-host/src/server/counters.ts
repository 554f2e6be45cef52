/** Turns counters that only grow into rates a second; a counter that starts again gives no rate at that tick. */
export function createRates() {
  const last = new Map<string, { readonly time: number; readonly value: number }>()
  /** The rate since the previous call with this key; undefined at the first. `time` in milliseconds. */
  return (key: string, time: number, value: number): number | undefined => {
    const before = last.get(key)
    last.set(key, { time, value })
    if (!before || value < before.value || time <= before.time) return undefined
    return ((value - before.value) * 1000) / (time - before.time)
  }
}
