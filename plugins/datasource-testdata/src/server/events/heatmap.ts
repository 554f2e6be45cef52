import { HeatmapCells, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Heatmap } from '../../query/events.ts'
import { Dice } from '../dice.ts'
import { gridOf } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { Walks, within } from '../walk.ts'

const TOP = 100
const MOST = 500
/** How far from the middle counts become none. */
const REACH = 25

/** Counts as of a latency: a hill whose middle walks. */
export function heatmap(request: QueryRequest<Heatmap>): readonly Frame[] {
  const { query, refId, budget } = request
  const { buckets = 20, seed = DEFAULT_SEED } = query
  const { times, stepMs, isCut } = gridOf(request, query.step, Math.floor(budget.maxRows / buckets))
  const middles = new Walks(times).values({ seed, series: 0, start: TOP / 2, spread: 10 }).map(within(0, TOP))
  const height = TOP / buckets
  const rows = Array.from(times, (time, k) => {
    const dice = new Dice(seed).of(time)
    return Array.from({ length: buckets }, (_, bucket) => {
      const yMin = bucket * height
      const away = (yMin + height / 2 - middles[k]!) / REACH
      const hill = Math.max(0, 1 - away * away) ** 2
      return {
        time,
        timeEnd: time + stepMs,
        yMin,
        yMax: yMin + height,
        count: Math.floor(MOST * hill * dice.unit(bucket)),
      }
    })
  }).flat()
  const frame = HeatmapCells.fromRows(rows, { refId })
  return [cutOff(isCut, 'latest', times.length, 'points').reduce<Frame>(withNotice, frame)]
}
