import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { setImmediate } from 'node:timers/promises'
import { defineTable, number, type Frame } from '@orrery/frames'
import { countFrames, decodeMessages, type QueryAnswer, type WireHeader } from '@orrery/query'
import { expect, it } from 'vitest'
import { numberFrame } from '../testing/fake-plugin.ts'
import { createAnswer } from './answer.ts'

const headersIn = async (body: Uint8Array) => {
  const headers: WireHeader[] = []
  const chunks = async function* () {
    yield body
  }
  for await (const { header } of decodeMessages(chunks())) headers.push(header)
  return headers
}
const collect = async (stream: AsyncIterable<unknown>) => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const resultOf = (...frames: Frame[]): QueryAnswer => ({
  frames,
  stats: { refId: 'A', source: 'datasource', ms: 1, ...countFrames(frames), steps: [] },
})
/** More than a stream takes before it asks to wait. */
const bigFrame = defineTable({ value: number() }).fromColumns({ value: new Float64Array(50_000) })
const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

it.each([
  ['zstd', zstdDecompressSync],
  ['gzip', gunzipSync],
] as const)('is one %s stream, however often it is flushed', async (encoding, decompress) => {
  const { stream, write, end } = createAnswer(encoding)
  const body = collect(stream)
  for (const id of ['a', 'b', 'c']) await write({ id, refId: 'A', part: 0 }, numberFrame(1))
  await end()
  expect((await headersIn(decompress(await body))).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  if (encoding === 'zstd') expect((await body).lastIndexOf(ZSTD_MAGIC)).toBe(0)
})

it.each([undefined, 'zstd', 'gzip'] as const)(
  'lets go of results that wait for a slow reader, and asks again in turn (%s)',
  async (encoding) => {
    const { stream, writeResult, end } = createAnswer(encoding, { maxWaiting: 1_000_000 })
    const random = Float64Array.from({ length: 50_000 }, () => Math.random())
    const result = defineTable({ value: number() }).fromColumns({ value: random })
    const asked: number[] = []
    const asking = Array.from({ length: 10 }, (_, i) => async () => {
      asked.push(i)
      return resultOf(result)
    })
    const written = asking.map((ask, i) => writeResult(ask, () => ({ id: `${i}`, refId: 'A', part: 0 })))
    // Everything has been asked, and nothing is read; two results of 400 KB may wait.
    await setImmediate()
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

    const decompress = encoding === 'zstd' ? zstdDecompressSync : encoding === 'gzip' ? gunzipSync : (x: Buffer) => x
    const body = collect(stream)
    await Promise.all(written)
    await end()
    expect((await headersIn(decompress(await body))).map(({ id }) => id)).toEqual([...'0123456789'])
    expect(asked.slice(10)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  },
)

it('asks nothing for a reader who has left', async () => {
  const { stream, writeResult } = createAnswer(undefined, { maxWaiting: 1 })
  let asked = 0
  const ask = async () => resultOf(numberFrame(asked++), bigFrame)
  const written = [1, 2, 3].map((i) => writeResult(ask, () => ({ id: `${i}`, refId: 'A', part: 0 })))
  await setImmediate()
  stream.destroy()
  await Promise.all(written)
  expect(asked).toBe(3)
})

it('fails what cannot be asked again, and goes on with the others', async () => {
  const { stream, writeResult, end } = createAnswer(undefined, { maxWaiting: 1 })
  let asked = 0
  const once = async () => {
    if (asked++) throw new Error('gone')
    return resultOf(bigFrame)
  }
  const written = [async () => resultOf(bigFrame), once, async () => resultOf(bigFrame)].map((ask, i) =>
    writeResult(ask, () => ({ id: `${i}`, refId: 'A', part: 0 })),
  )
  await setImmediate()
  const body = collect(stream)
  const settled = await Promise.allSettled(written)
  await end()
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await headersIn(await body)).map(({ id }) => id)).toEqual(['0', '2'])
})

it('tells how many bytes a result is, and that making them took time too', async () => {
  const { stream, writeResult, end } = createAnswer(undefined)
  const body = collect(stream)
  const stats = await writeResult(
    async () => resultOf(bigFrame, numberFrame(1)),
    () => ({ id: 'a' }),
  )
  await end()
  const endMessage = 8 + 24
  expect(stats).toMatchObject({ rows: 50_001, bytes: (await body).length - endMessage })
  expect(stats!.steps).toEqual([{ name: 'encode', start: 1, ms: expect.any(Number) }])
})

it('goes on after a message that cannot be encoded', async () => {
  const { stream, write, end } = createAnswer(undefined)
  const body = collect(stream)
  const problem = { code: 'X', status: 500, detail: 'x', params: { count: 1n } }
  await expect(write({ id: 'a', problem })).rejects.toThrow('BigInt')
  await write({ id: 'b', end: true })
  await end()
  expect(await headersIn(await body)).toEqual([{ id: 'b', end: true }])
})
