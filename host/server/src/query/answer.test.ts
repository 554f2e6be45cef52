import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { decodeMessages, type WireHeader } from '@orrery/query'
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

it('goes on after a message that cannot be encoded', async () => {
  const { stream, write, end } = createAnswer(undefined)
  const body = collect(stream)
  const problem = { code: 'X', status: 500, detail: 'x', params: { count: 1n } }
  await expect(write({ id: 'a', problem })).rejects.toThrow('BigInt')
  await write({ id: 'b', end: true })
  await end()
  expect(await headersIn(await body)).toEqual([{ id: 'b', end: true }])
})
