import type { Options } from '../options.ts'
import type { BarContent, BarGroup } from './read-bars.ts'

/** A bar on the value axis. */
export interface Bar {
  readonly category: number
  /** Its place among the groups. */
  readonly group: number
  /** What it stands for; of shares too it is the value itself. */
  readonly value: number
  /** Where it begins and ends: of stacks on top of those before, of shares from 0 to 1. */
  readonly from: number
  readonly to: number
}

/** All bars, category by category, those of groups that are not hidden; what is missing has none. */
export function stackBars(
  { categories }: Pick<BarContent, 'categories'>,
  groups: readonly BarGroup[],
  stacking: Options['stacking'],
  hidden: ReadonlySet<number> = new Set(),
): readonly Bar[] {
  const bars: Bar[] = []
  for (let category = 0; category < categories.length; category++) {
    const whole = stacking === 'percent' ? sumOf(groups, category, hidden) : 1
    let [above, below] = [0, 0]
    for (const [group, { values }] of groups.entries()) {
      const value = values[category]!
      if (hidden.has(group) || !Number.isFinite(value)) continue
      const length = whole === 0 ? 0 : value / whole
      const from = stacking === 'none' ? NaN : length < 0 ? below : above
      const to = stacking === 'none' ? value : from + length
      if (stacking !== 'none' && length < 0) below = to
      else if (stacking !== 'none') above = to
      bars.push({ category, group, value, from, to })
    }
  }
  return bars
}

function sumOf(groups: readonly BarGroup[], category: number, hidden: ReadonlySet<number>): number {
  let sum = 0
  for (const [group, { values }] of groups.entries()) {
    const value = values[category]!
    if (!hidden.has(group) && Number.isFinite(value)) sum += Math.abs(value)
  }
  return sum
}

/** From the lowest to the highest end of bars. */
export function extentOf(bars: readonly Bar[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (const { from, to } of bars)
    for (const end of [from, to]) {
      if (end < low) low = end
      if (end > high) high = end
    }
  return low === Infinity ? { low: 0, high: 1 } : { low, high }
}
