import { countFrames, withEncoding, type FollowedAnswer, type QueryStats, type WireHeader } from '@orrery/query'
import type { Answer } from './answer.ts'
import type { PlannedItem, PlannedQuery } from './plan.ts'
import type { Run } from './run.ts'

export interface LiveItem {
  readonly item: PlannedItem
  readonly run: Run
  readonly write: Answer['write']
  /** Tells what a query failed with. */
  readonly writeProblem: (place: Pick<WireHeader, 'id' | 'refId'>, thrown: unknown, datasource: string) => Promise<void>
  /** Aborted when the asker left, or may no longer ask. */
  readonly signal: AbortSignal
  /** How often a word is sent when nothing happens, so that the asker knows that somebody is there. */
  readonly beatMs: number
}

interface Followed {
  readonly query: PlannedQuery
  readonly answer: FollowedAnswer
}

/**
 * Follows all queries of an item until the first of them ends. False, and nothing is written, when one of them cannot be
 * followed: then the item is answered once, and that says what is wrong.
 */
export async function followItem({ item, run, write, writeProblem, signal, beatMs }: LiveItem): Promise<boolean> {
  const { id, queries, since } = item
  const over = new AbortController()
  const both = AbortSignal.any([signal, over.signal])
  const open = async (query: PlannedQuery): Promise<Followed | undefined> => {
    const position = since && Object.hasOwn(since, query.refId) ? since[query.refId] : undefined
    const answer = await run.follow(query, both, position)
    return answer && { query, answer }
  }
  const opened = await Promise.all(queries.map(open)).catch((): undefined[] => [])
  const followed = opened.flatMap((one) => one ?? [])
  if (followed.length < queries.length || followed.length === 0) {
    over.abort()
    return false
  }

  let behind = followed.filter(({ answer }) => !answer.isCurrent).length
  const stats: QueryStats[] = []
  const sayCurrent = () => {
    const told = stats.splice(0)
    return write({ id, ...(told.length && { stats: told }), current: true })
  }
  const follow = async ({ query: { refId, datasource }, answer }: Followed) => {
    const { stream, messages, isCurrent, opening } = answer
    let isFirst = !isCurrent
    try {
      for await (const message of messages) {
        const { type, sequence, frame } = message
        const window = type === 'replace' && message.window !== undefined ? { window: message.window } : {}
        const live = type === 'replace' ? { type, stream, sequence, ...window } : { type, sequence }
        const encoded = await write({ id, refId, live }, frame)
        if (isFirst) stats.push(withEncoding({ refId, ...opening, ...countFrames([frame]) }, encoded))
        if (isFirst && --behind === 0) await sayCurrent()
        isFirst = false
      }
    } catch (thrown) {
      if (!both.aborted) await writeProblem({ id, refId }, thrown, datasource)
    } finally {
      over.abort()
    }
  }

  let beating: Promise<unknown> = Promise.resolve()
  let isBeating = false
  const beat = setInterval(() => {
    if (isBeating) return
    isBeating = true
    beating = sayCurrent().finally(() => (isBeating = false))
  }, beatMs)
  try {
    if (behind === 0) await sayCurrent()
    await Promise.all(followed.map(follow))
    await beating
  } finally {
    clearInterval(beat)
  }
  return true
}
