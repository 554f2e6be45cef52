import { parseDuration, type Frame, type QueryRequest } from '@orrery/sdk'
import { setTimeout } from 'node:timers/promises'
import type { Slow } from '../../query/trouble.ts'
import { answerSeries } from '../series/answer.ts'
import { randomWalk } from '../series/random-walk.ts'

const TWO_SECONDS = 2000

/** A random walk after a while; a cancelled query ends at once. */
export async function slow(request: QueryRequest<Slow>): Promise<readonly Frame[]> {
  const { delay, seed } = request.query
  const delayMs = delay === undefined ? TWO_SECONDS : (parseDuration(delay) ?? TWO_SECONDS)
  await setTimeout(delayMs, undefined, { signal: request.signal })
  return [answerSeries(randomWalk({ type: 'randomWalk', ...(seed !== undefined && { seed }) }), request)]
}
