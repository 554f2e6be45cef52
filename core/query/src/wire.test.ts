import { defineTable, longText, SeriesBuilder, time, type Frame } from '@orrery/frames'
import { CodedError } from '@orrery/schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { QueryError } from './errors.ts'
import { decodeMessages, encodeEnd, encodeMessage, toWireProblem, type WireMessage } from './wire.ts'

const cpu = new SeriesBuilder({ refId: 'A', name: 'cpu' })
  .add({ host: 'web-1' }, [0, 1000, 2000], [1, null, 3])
  .add({ host: 'größer' }, [0, 700], [4, 5])
  .build()
const logs = defineTable({ at: time(), line: longText() }).fromRows([
  { at: 5, line: 'started' },
  { at: 7, line: null },
])
const problem = toWireProblem(new QueryError('QUERY_BACKEND_FAILED', { reason: 'no such metric' }))

it('bounds what a problem carries, and leaves out what is no JSON', () => {
  const toProblem = (message: string, params: object) =>
    toWireProblem(new CodedError('TestError', 'TEST_FAILED', 400, message, params))
  expect(toProblem('short', { a: 1 })).toEqual({ code: 'TEST_FAILED', status: 400, detail: 'short', params: { a: 1 } })
  expect(toProblem('x'.repeat(4001), {}).detail).toBe(`${'x'.repeat(3999)}…`)
  expect(toProblem('large', { text: 'x'.repeat(9000) }).params).toEqual({})
  expect(toProblem('no JSON', { count: 1n }).params).toEqual({})
})

const messages: readonly WireMessage[] = [
  { header: { id: 'cpu', refId: 'A', part: 0 }, frame: cpu },
  { header: { id: 'cpu', refId: 'B', problem } },
  { header: { id: 'logs', refId: 'A', part: 0 }, frame: logs },
  { header: { id: 'cpu', refId: 'A', part: 1 }, frame: cpu },
  { header: { id: 'cpu', end: true } },
  { header: { id: 'logs', end: true } },
]

const join = (chunks: readonly Uint8Array[]) => {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
const whole = join([...messages.flatMap(({ header, frame }) => encodeMessage(header, frame)), ...encodeEnd()])

/** A stream of the bytes cut at these places; each chunk lies at an odd place of its own memory when asked to. */
async function* streamOf(bytes: Uint8Array, cuts: readonly number[] = [], shift = 0) {
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length]
  for (let i = 1; i < places.length; i++) {
    const chunk = bytes.subarray(places[i - 1], places[i])
    const moved = new Uint8Array(chunk.length + shift).subarray(shift)
    moved.set(chunk)
    yield moved
  }
}

const contentOf = (frame: Frame | undefined) => {
  if (!frame) return undefined
  return frame.kind === 'series'
    ? Array.from(frame, ({ labels, time, values }) => ({ labels, time: [...time], values: [...values] }))
    : Array.from({ length: frame.length }, (_, row) => frame.rowAt(row))
}
const plain = ({ header, frame }: WireMessage) => ({ header, content: contentOf(frame), meta: frame?.meta })

const read = async (stream: AsyncIterable<Uint8Array>) => {
  const found: WireMessage[] = []
  for await (const message of decodeMessages(stream)) found.push(message)
  return found.map(plain)
}
const expected = messages.map(plain)

describe('the wire', () => {
  it('gives back the messages from one chunk, and from chunks of one byte', async () => {
    expect(await read(streamOf(whole))).toEqual(expected)
    const everywhere = Array.from(whole.keys())
    expect(await read(streamOf(whole, everywhere))).toEqual(expected)
  })

  it('gives back the messages however the stream is split', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 40 }), fc.nat(7), async (cuts, shift) => {
        expect(await read(streamOf(whole, cuts, shift))).toEqual(expected)
      }),
    )
  })

  it('begins every body at a multiple of 8 bytes', async () => {
    let at = 0
    for (const { header, frame } of messages) {
      const [head, ...body] = encodeMessage(header, frame)
      expect((at + head!.length) % 8).toBe(0)
      at += join([head!, ...body]).length
    }
  })

  it('gives a message as soon as it is there', async () => {
    async function* endless() {
      yield join(encodeMessage({ id: 'cpu', refId: 'A' }, cpu))
      await new Promise(() => {})
    }
    const { value } = await decodeMessages(endless()).next()
    expect(value && plain(value)).toEqual({
      header: { id: 'cpu', refId: 'A' },
      content: contentOf(cpu),
      meta: cpu.meta,
    })
  })

  it('is cut off wherever it stops before its end message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await expect(read(streamOf(whole.subarray(0, length)))).rejects.toMatchObject({ code: 'WIRE_TRUNCATED' })
      }),
    )
  })

  it('closes its source when the reader leaves, and when it is broken', async () => {
    let closed = 0
    async function* source(bytes: Uint8Array) {
      try {
        yield bytes
        yield bytes
      } finally {
        closed++
      }
    }
    for await (const { header } of decodeMessages(source(whole))) if (header.id === 'cpu') break
    await expect(read(source(new Uint8Array(64).fill(255)))).rejects.toThrow(QueryError)
    expect(closed).toBe(2)
  })
})

describe('a broken stream', () => {
  const message = (headerBytes: number, bodyBytes: number, header = '') => {
    const bytes = new Uint8Array(8 + header.length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, headerBytes, true)
    view.setUint32(4, bodyBytes, true)
    bytes.set(new TextEncoder().encode(header), 8)
    return bytes
  }

  it.each([
    ['a header that is too large', message(65_544, 0), 'WIRE_HEADER_TOO_LARGE'],
    ['a body that is too large', message(16, 0xffff_fff8), 'WIRE_BODY_TOO_LARGE'],
    ['lengths that are not multiples of 8', message(15, 0, '{"id":"a"}     '), 'WIRE_MALFORMED'],
    ['a header that is no JSON', message(8, 0, 'Not Fnd.'), 'WIRE_MALFORMED'],
    ['a header without id', message(16, 0, '{"end":true}    '), 'WIRE_MALFORMED'],
    ['a body that is no frame', join([message(16, 16, '{"id":"a"}      '), new Uint8Array(16)]), 'FRAME_MALFORMED'],
    ['bytes after its end', join([whole, new Uint8Array(1)]), 'WIRE_MALFORMED'],
    ['an HTML page', new TextEncoder().encode('<!doctype html><title>Bad gateway</title>'), 'WIRE_HEADER_TOO_LARGE'],
    ['nothing at all', new Uint8Array(0), 'WIRE_TRUNCATED'],
  ])('says what is wrong with %s', async (_, bytes, code) => {
    await expect(read(streamOf(bytes))).rejects.toMatchObject({ code })
  })
})
