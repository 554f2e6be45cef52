import type { Frame } from '@orrery/sdk'
import { collect, createTestContext } from '@orrery/testing'
import { expect, it } from 'vitest'
import type { Query } from '../../query.ts'
import { ask, requestOf } from '../../testing.ts'
import connect from '../connect.ts'

const framesOf = async (query: Query, signal = new AbortController().signal) => {
  const frames: Frame[] = []
  const client = await connect({}, createTestContext())
  const answer = client.query(requestOf(query, { signal }))
  if (!(Symbol.asyncIterator in answer)) return { frames: await answer, error: undefined }
  try {
    for await (const frame of answer) frames.push(frame)
  } catch (error) {
    return { frames, error }
  }
  return { frames, error: undefined }
}

it.each([
  ['refused', 0, 'TESTDATA_REFUSED', 400],
  ['later', 1, 'TESTDATA_BROKEN_OFF', 422],
  ['outage', 0, 'TESTDATA_OUTAGE', 503],
  ['malformed', 0, 'FRAME_TIMES', 500],
] as const)('fails as it was asked: %s', async (how, count, code, status) => {
  const { frames, error } = await framesOf({ type: 'failure', how })
  expect([frames.length, error]).toMatchObject([count, { code, status }])
})

it('throws what has no code', async () => {
  const { error } = await framesOf({ type: 'failure', how: 'uncoded' })
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toHaveProperty('code')
})

it('gives notices of each severity, and frames without data', async () => {
  const [partial] = await ask({ type: 'failure', how: 'partial' })
  expect(partial!.meta.notices!.map(({ severity }) => severity)).toEqual(['info', 'warning', 'error'])
  expect(partial!.length).toBe(1)
  expect((await ask({ type: 'failure', how: 'empty' })).map(({ length }) => length)).toEqual([0])
})

it('goes far beyond its budget where it shall', async () => {
  const budget = { maxPoints: 10, maxSeries: 1, maxRows: 100, maxBytes: 1000 }
  const frames = await ask({ type: 'failure', how: 'huge' }, { budget })
  expect(frames.reduce((sum, { length }) => sum + length, 0)).toBe(2000)
})

it.each<Query>([
  { type: 'failure', how: 'timeout' },
  { type: 'slow', delay: '1h' },
])('ends at once when it is cancelled: $type', async (query) => {
  const leaving = new AbortController()
  const client = await connect({}, createTestContext())
  const answer = collect(client.query(requestOf(query, { signal: leaving.signal })))
  leaving.abort(new Error('left'))
  await expect(answer).rejects.toThrow(/left|abort/)
})

it('answers late, and then with data', async () => {
  const began = performance.now()
  const [frame] = await ask({ type: 'slow', delay: '50ms' })
  expect(frame!.length).toBe(1)
  // A timer may be a millisecond early by this clock.
  expect(performance.now() - began).toBeGreaterThan(48)
})
