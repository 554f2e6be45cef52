import { Exemplars, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Exemplars as ExemplarsQuery } from '../../query/events.ts'
import { Dice } from '../dice.ts'
import { momentsOf } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { traceIdAt, traceIndexAt } from '../systems/trace-id.ts'
import { services } from '../words.ts'
import { Walks } from '../walk.ts'

const MINUTE = 60_000
const NOISE = 5

/** Single values around the first random walk of the same seed, each with the trace of its time. */
export function exemplars({ query, refId, range, budget }: QueryRequest<ExemplarsQuery>): readonly Frame[] {
  const { perMinute = 1, link, seed = DEFAULT_SEED } = query
  const dice = new Dice(seed)
  const happening = { every: MINUTE / perMinute, unitAt: (index: number) => dice.unit(index) }
  const found = momentsOf(range, happening, budget.maxRows + 1)
  const moments = found.slice(0, budget.maxRows).toReversed()
  const times = Float64Array.from(moments, ({ at }) => Math.floor(at))
  const walk = new Walks(times).values({ seed, series: 0, start: 50, spread: 10 })
  const rows = moments.map(({ index, at }, k) => ({
    time: times[k]!,
    value: walk[k]! + NOISE * dice.of(index).normal(0),
    labels: { service: dice.of(index).pick(services, 1) },
    traceId: traceIdAt(seed, traceIndexAt(at)),
  }))
  const meta = link ? { meta: { links: [{ title: 'Trace', url: link }] } } : {}
  const frame = Exemplars.fromRows(rows, { refId, ...meta })
  return [cutOff(found.length > budget.maxRows, 'newest', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}
