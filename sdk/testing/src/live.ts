import { LiveWindow } from '@orrery/query'
import type { DatasourceClient, LiveUpdate } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { testRequest } from './request.ts'

export interface LiveExample<Query> {
  readonly queries: readonly {
    readonly query: Query
    readonly live?: boolean
    readonly kind: string | readonly string[]
  }[]
  readonly happen?: () => void | Promise<void>
  readonly open: () => Promise<DatasourceClient<Query>>
}

const UPDATES = 3
/** How long a source may take to stop. */
const STOP_MS = 1000

/** What a datasource keeps whose queries can be followed, and what one that says nothing of it does not do. */
export function testLive<Query>({ live = false }: { readonly live?: boolean }, example: LiveExample<Query>) {
  const { queries, happen, open } = example
  const follow = async (query: Query) => {
    const leaving = new AbortController()
    const client = await open()
    const updates = client.stream?.(testRequest(query, { refId: 'Q7', intervalMs: 1000, signal: leaving.signal }))
    const leave = async () => {
      leaving.abort(new Error('left'))
      await client.close?.()
    }
    return { updates: updates?.[Symbol.asyncIterator](), leaving, leave }
  }
  const next = async (updates: AsyncIterator<LiveUpdate>) => {
    const coming = updates.next()
    await happen?.()
    const { done, value } = await coming
    if (done) throw new Error('what is followed ended by itself')
    return value
  }

  it('can be followed if it says so, and by those queries that are said to be', async () => {
    const client = await open()
    expect(client.stream !== undefined, 'its client has `stream`').toBe(live)
    await client.close?.()
    if (live)
      expect(
        queries.some((one) => one.live),
        'an example is live',
      ).toBe(true)
    for (const { query, live: isLive = false } of queries) {
      const { updates, leave } = await follow(query)
      expect(updates !== undefined, JSON.stringify(query)).toBe(isLive)
      await leave()
    }
  })

  for (const { query, kind } of queries.filter((one) => one.live)) {
    it(`follows ${JSON.stringify(query)}: a frame first, then what a window can take`, async () => {
      const { updates, leave } = await follow(query)
      const first = await updates!.next()
      expect(first.value && 'kind' in first.value && first.value.kind).toBe([kind].flat()[0])
      const { budget } = testRequest(query)
      const window = new LiveWindow({ refId: 'Q7', moments: 100, budget })
      window.take(first.value!)
      if (happen) for (let i = 0; i < UPDATES; i++) window.take(await next(updates!))
      await leave()
    })

    it(`follows ${JSON.stringify(query)} no longer when it is told to stop`, async () => {
      const { updates, leaving, leave } = await follow(query)
      await updates!.next()
      const end = Date.now() + STOP_MS
      const drain = async () => {
        while (Date.now() < end) if ((await updates!.next()).done) return 'stopped'
        return 'late'
      }
      leaving.abort(new Error('left'))
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('late'), STOP_MS))
      expect(await Promise.race([drain().catch(() => 'stopped'), late])).toBe('stopped')
      await leave()
    })
  }
}
