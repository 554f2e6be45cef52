import { SeriesBuilder, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { once } from 'node:events'
import type { Failure } from '../../query/trouble.ts'
import { TestdataError } from '../errors.ts'
import { answerSeries } from '../series/answer.ts'
import { randomWalk } from '../series/random-walk.ts'
import { table } from '../tables/table.ts'

const FRAMES_OF_HUGE = 20

export async function* failure(request: QueryRequest<Failure>): AsyncGenerator<Frame, void> {
  const { query, refId, signal, budget } = request
  const seed = query.seed === undefined ? {} : { seed: query.seed }
  const data = () => answerSeries(randomWalk({ type: 'randomWalk', ...seed }), request)
  switch (query.how) {
    case 'refused':
      throw new TestdataError('TESTDATA_REFUSED', {})
    case 'later':
      yield data()
      throw new TestdataError('TESTDATA_BROKEN_OFF', {})
    case 'outage':
      throw new TestdataError('TESTDATA_OUTAGE', {})
    case 'timeout':
      if (!signal.aborted) await once(signal, 'abort')
      return signal.throwIfAborted()
    case 'malformed':
      yield new SeriesBuilder({ refId }).add({}, [2, 1], [0, 0]).build()
      return
    case 'uncoded':
      throw new Error('an exception of test data, as the query asked')
    case 'huge':
      for (let i = 0; i < FRAMES_OF_HUGE; i++) {
        signal.throwIfAborted()
        yield* table({ ...request, query: { type: 'table', rows: budget.maxRows, ...seed } })
      }
      return
    case 'partial':
      yield (['info', 'warning', 'error'] as const).reduce(
        (frame, severity) => withNotice(frame, { severity, text: `A notice of severity ${severity}.` }),
        data(),
      )
      return
    case 'empty':
      yield new SeriesBuilder({ refId }).build()
  }
}
