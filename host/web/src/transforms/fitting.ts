import type { OfferedTransform } from './transform-list.ts'
import type { FrameCount } from './stages.ts'

type Fits = (frames: FrameCount) => boolean

const hasSeries: Fits = ({ series }) => series > 0
const hasManySeries: Fits = ({ series }) => series > 1
const hasTable: Fits = ({ tables }) => tables > 0
const hasManyTables: Fits = ({ tables }) => tables > 1
const hasAny: Fits = (frames) => hasSeries(frames) || hasTable(frames)
const hasSeveral: Fits = ({ tables, series }) => tables + series > 1

/** What people most often do to such data first, in this order. */
const usual: readonly (readonly [id: string, fits: Fits])[] = [
  ['joinByField', hasSeveral],
  ['reduce', hasSeries],
  ['merge', hasManyTables],
  ['organize', hasTable],
  ['groupBy', hasTable],
  ['calculateField', hasAny],
  ['filterByValue', hasTable],
  ['sortBy', hasTable],
  ['labelsToFields', hasManySeries],
]

const MOST_FITTING = 5

/** The transformations that fit data best; none where there is no data. */
export function fittingTransforms(
  offered: readonly OfferedTransform[],
  frames: FrameCount | undefined,
): readonly OfferedTransform[] {
  if (!frames) return []
  const byId = new Map(offered.map((each) => [each.id, each]))
  return usual
    .filter(([, fits]) => fits(frames))
    .flatMap(([id]) => byId.get(id) ?? [])
    .slice(0, MOST_FITTING)
}
