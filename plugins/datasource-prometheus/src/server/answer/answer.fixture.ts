import type { Budget, Frame } from '@orrery/sdk'
import * as fc from 'fast-check'
import { PrometheusError } from '../errors.ts'
import { AnswerReader } from '../answer.ts'
import { toFrame } from '../frames.ts'
import { ByteSource } from './byte-source.ts'
import { readEnvelope } from './envelope.ts'
import { readBody } from './steps.ts'

export const unlimited: Budget = { maxPoints: Infinity, maxSeries: Infinity, maxRows: Infinity, maxBytes: Infinity }

/** The frame of an answer that comes in these chunks. */
export async function readAnswer(chunks: AsyncIterable<Uint8Array>, budget = unlimited, stepMs = 1000): Promise<Frame> {
  const reader = new AnswerReader({ budget, stepMs })
  const source = new ByteSource((reason) => new PrometheusError('PROMETHEUS_ANSWER_INVALID', { url: 'x', reason }))
  await readBody(chunks, source, readEnvelope(source, reader.data))
  reader.data.finish(source)
  return toFrame(reader.finish(), { refId: 'A', budget, format: undefined, isVerbose: false })
}

/** The bytes in chunks whose sizes are those of the list, again and again, always in the same memory. */
export async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(...sizes))
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const chunk = bytes.subarray(at, at + sizes[i % sizes.length]!)
    buffer.fill(0x31)
    buffer.set(chunk)
    yield buffer.subarray(0, chunk.length)
    at += chunk.length
  }
}

export const anySizes = fc.oneof(
  fc.constant([1]),
  fc.constant([1 << 20]),
  fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
)

export interface PlainSeries {
  readonly metric: Readonly<Record<string, string>>
  readonly values: readonly (readonly [number, string])[]
}

const name = fc.oneof(fc.constantFrom('__name__', 'job', 'time', 'value', '', '__proto__'), fc.string({ maxLength: 5 }))
const word = fc.oneof(
  fc.constantFrom('', 'api', 'a"b\\c', 'ü', '日本語', '👩‍🚀', '\n\t\u0001'),
  fc.string({ unit: 'grapheme' }),
)
const metric = fc.array(fc.tuple(name, word), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs))
const value = fc.oneof(
  fc.double().map((number) => (Number.isFinite(number) ? String(number) : number > 0 ? '+Inf' : '-Inf')),
  fc.constantFrom('NaN', '1e+06', '1.5e-7', '123456789012345678901', '0.1', '-0'),
)
const hop = fc.oneof(fc.constant(1), fc.constant(1), fc.constant(2), fc.constant(0.5), fc.constant(0.123))
const start = fc.constantFrom(0, 1_700_000_000, 1_700_000_000.5, 999_999_999)
const samples = fc.tuple(start, fc.array(fc.tuple(hop, value), { maxLength: 12 })).map(([from, hops]) => {
  let at = from
  return hops.map(([by, text]) => [(at = Math.round((at + by) * 1000) / 1000), text] as const)
})

export const anySeries: fc.Arbitrary<PlainSeries[]> = fc.array(fc.record({ metric, values: samples }), { maxLength: 5 })

/** Any JSON that the reader does not know. */
export const anyJson = fc.jsonValue({ maxDepth: 3 })

/** Writes JSON as nobody else would: white space anywhere, escapes, numbers with exponents, keys in any order. */
export function printOddly(value: unknown, random: () => number): string {
  const space = () => (random() < 0.2 ? [' ', '\n', '\t', '\r', '  '][Math.floor(random() * 5)]! : '')
  const character = (one: string) => {
    if (random() < 0.8) return JSON.stringify(one).slice(1, -1)
    return Array.from({ length: one.length }, (_, k) => `\\u${one.charCodeAt(k).toString(16).padStart(4, '0')}`).join(
      '',
    )
  }
  const print = (item: unknown): string => space() + bare(item) + space()
  const text = (item: string) => `"${Array.from(item, character).join('')}"`
  const bare = (item: unknown): string => {
    if (typeof item === 'string') return text(item)
    if (typeof item === 'number' && random() < 0.2) return item.toExponential()
    if (typeof item !== 'object' || item === null) return JSON.stringify(item)
    if (Array.isArray(item)) return `[${item.map(print).join(',') || space()}]`
    const members = Object.entries(item).map(([key, member]) => `${space()}${text(key)}${space()}:${print(member)}`)
    return `{${members.sort(() => random() - 0.5).join(',') || space()}}`
  }
  return print(value)
}

/** Numbers from 0 to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** What JSON.parse and Number() make of the series of a matrix. */
export const expectedOf = (series: readonly PlainSeries[]) =>
  series.map(({ metric, values }) => ({
    labels: metric,
    samples: values.map(([seconds, text]) => [
      Math.round(seconds * 1000),
      text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text),
    ]),
  }))

export function dump(frame: Frame) {
  if (frame.kind !== 'series') throw new Error(`a frame of the kind ${frame.kind}`)
  return Array.from(frame, (series) => {
    const { labels, time, values } = series
    const samples = Array.from(time, (ms, k) => (series.isNull(k) ? [] : [[ms, values[k]!]])).flat()
    return { labels, samples }
  })
}
