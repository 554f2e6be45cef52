import { parseDuration, SeriesBuilder, text, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { States } from '../../query/series.ts'
import { Dice } from '../dice.ts'
import { gridOf } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { numbered } from './plan.ts'

const FIVE_MINUTES = 300_000

export function states(request: QueryRequest<States>): readonly Frame[] {
  const { query, refId, budget } = request
  const { series = 3, states: names = ['ok', 'degraded', 'down'], seed = DEFAULT_SEED, legend } = query
  const { times, stepMs, isCut } = gridOf(request, query.step, budget.maxPoints)
  const holdMs = (query.hold && parseDuration(query.hold)) || FIVE_MINUTES
  const builder = new SeriesBuilder({
    refId,
    step: stepMs,
    fields: { state: text(legend === undefined ? {} : { displayName: legend }) },
  })
  const shown = Math.min(series, budget.maxSeries)
  for (let index = 0; index < shown; index++) {
    const dice = new Dice(seed, index)
    const stateAt = (time: number) => names[dice.rank(names.length, Math.floor(time / holdMs))]!
    builder.add(numbered(series)(index), times, Array.from(times, stateAt))
  }
  return [
    [
      ...cutOff(isCut, 'latest', budget.maxPoints, 'points of each series'),
      ...cutOff(shown < series, 'first', budget.maxSeries, 'series of the query'),
    ].reduce<Frame>(withNotice, builder.build()),
  ]
}
