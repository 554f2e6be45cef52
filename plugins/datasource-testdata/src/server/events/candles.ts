import { Candles, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Candles as CandlesQuery } from '../../query/events.ts'
import { Dice } from '../dice.ts'
import { gridOf } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { Walks } from '../walk.ts'

const START = 100
const SPREAD = 5
const WICK = 1

/** Each candle opens where the one before closed: at the first random walk of the seed. */
export function candles(request: QueryRequest<CandlesQuery>): readonly Frame[] {
  const { query, refId, budget } = request
  const { seed = DEFAULT_SEED } = query
  const { times, stepMs, isCut } = gridOf(request, query.step, budget.maxRows)
  const ends = Float64Array.from({ length: times.length + 1 }, (_, k) => (times[0] ?? 0) + k * stepMs)
  const walk = new Walks(ends).values({ seed, series: 0, start: START, spread: SPREAD })
  const rows = Array.from(times, (time, k) => {
    const [open, close] = [walk[k]!, walk[k + 1]!]
    const dice = new Dice(seed).of(time)
    const high = Math.max(open, close) + WICK * dice.unit(0)
    const low = Math.min(open, close) - WICK * dice.unit(1)
    return { time, open, high, low, close, volume: dice.below(10_000, 2) }
  })
  const frame = Candles.fromRows(rows, { refId })
  return [cutOff(isCut, 'latest', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}
