import type { Options } from '../options.ts'
import type { BarContent } from './read-bars.ts'

/** A bar on the value axis. */
export interface Bar {
  readonly category: number
  /** Its place among the groups. */
  readonly group: number
  /** Its value axis. */
  readonly axis: number
  /** What it stands for; of shares too it is the value itself. */
  readonly value: number
  /** Where it begins and ends: of stacks on top of those before, of shares from 0 to 1. */
  readonly from: number
  readonly to: number
}

/**
 * All bars, category by category, those of groups that are not hidden; what is missing has none. Bars of one axis lie on
 * each other, those of another one beside them.
 */
export function stackBars(
  { categories, groups }: Pick<BarContent, 'categories' | 'groups'>,
  stacking: Options['stacking'],
  axisOf: (place: { readonly category: number; readonly group: number }) => number,
  isHidden: (group: number) => boolean = () => false,
): readonly Bar[] {
  const bars: Bar[] = []
  for (let category = 0; category < categories.length; category++) {
    const begin = bars.length
    groups.forEach(({ values }, group) => {
      const value = values[category]!
      if (isHidden(group) || !Number.isFinite(value)) return
      bars.push({ category, group, axis: axisOf({ category, group }), value, from: NaN, to: value })
    })
    if (stacking !== 'none') pileUp(bars, begin, stacking)
  }
  return bars
}

/** Puts the bars of a category on each other, away from zero on each side. */
function pileUp(bars: Bar[], begin: number, stacking: 'normal' | 'percent') {
  const piles = new Map<number, { above: number; below: number; whole: number }>()
  const own = bars.slice(begin)
  for (const { axis, value } of own) {
    const pile = piles.get(axis) ?? { above: 0, below: 0, whole: 0 }
    piles.set(axis, { ...pile, whole: pile.whole + Math.abs(value) })
  }
  own.forEach((bar, i) => {
    const pile = piles.get(bar.axis)!
    const length = stacking === 'normal' ? bar.value : pile.whole === 0 ? 0 : bar.value / pile.whole
    const side = length < 0 ? 'below' : 'above'
    const from = pile[side]
    pile[side] = from + length
    bars[begin + i] = { ...bar, from, to: pile[side] }
  })
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
