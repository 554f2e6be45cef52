import { Spans, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Traces } from '../../query/systems.ts'
import { Dice } from '../dice.ts'
import { momentsOf, type Happening, type Moment } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { EVERY_MS, traceIndexOf } from './trace-id.ts'
import { traceAt } from './trace.ts'

export function traces({ query, refId, range, budget }: QueryRequest<Traces>): readonly Frame[] {
  const { limit = 20, traceId, seed = DEFAULT_SEED } = query
  const dice = new Dice(seed)
  const happening = { every: EVERY_MS, unitAt: (index: number) => dice.unit(index) }
  const wanted = traceId === undefined ? momentsOf(range, happening, limit) : momentOf(traceId, seed, happening)
  const rows = []
  let isCut = false
  for (const { index, at } of wanted) {
    const spans = traceAt(seed, index, at)
    isCut = rows.length + spans.length > budget.maxRows
    if (isCut) break
    rows.push(...spans)
  }
  const frame = Spans.fromRows(rows, { refId })
  return [cutOff(isCut, 'newest', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}

/** When a trace of this seed was; nothing for another's. */
function momentOf(traceId: string, seed: number, { every, unitAt }: Happening): readonly Moment[] {
  const index = traceIndexOf(seed, traceId)
  return index === undefined ? [] : [{ index, at: (index + unitAt(index)) * every }]
}
