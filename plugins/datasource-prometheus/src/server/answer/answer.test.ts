import { isCodedError } from '@orrery/sdk'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyJson,
  anySeries,
  anySizes,
  createRandom,
  dump,
  expectedOf,
  inChunks,
  printOddly,
  readAnswer,
  unlimited,
  type PlainSeries,
} from './answer.fixture.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, sizes: readonly number[] = [1 << 16], budget = unlimited) =>
  readAnswer(inChunks(typeof text === 'string' ? encode(text) : text, sizes), budget)
const matrix = (result: unknown) => ({ status: 'success', data: { resultType: 'matrix', result } })
const reasonOf = (text: string | Uint8Array) =>
  read(text).then(
    () => 'no error',
    (error: { params?: { reason?: string } }) => error.params?.reason ?? error,
  )

describe('an answer', () => {
  it('is what JSON.parse and Number() make of it, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anySeries, anySizes, async (series, sizes) => {
        const frame = await read(JSON.stringify(matrix(series)), sizes)
        expect(dump(frame)).toEqual(expectedOf(series))
      }),
      { numRuns: 150 },
    )
  })

  it('is so however it is written, with keys in any order and others between them', async () => {
    await fc.assert(
      fc.asyncProperty(anySeries, anyJson, fc.integer(), anySizes, async (series, other, seed, sizes) => {
        const odd = series.map((one, i) => (i % 2 ? { ...one, other } : one))
        const body = {
          other,
          status: 'success',
          warnings: ['careful'],
          data: { resultType: 'matrix', result: odd, stats: other },
        }
        const frame = await read(printOddly(body, createRandom(seed)), sizes)
        expect(dump(frame)).toEqual(expectedOf(series))
      }),
      { numRuns: 150 },
    )
  })

  it('has the labels of each series, whichever come and go', async () => {
    const names = fc.subarray(['a', 'b', 'c'])
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'ü'))
    const pairs = fc.oneof(
      names.chain((some) => fc.tuple(...some.map((one) => fc.tuple(fc.constant(one), fc.constantFrom('x', 'y'))))),
      fc.array(pair, { maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pairs, { maxLength: 40 }), async (all) => {
        // Written by hand, as an object cannot have a name twice.
        const series = all.map((some) => `{"metric":{${some.map(([k, v]) => `"${k}":"${v}"`).join(',')}},"values":[]}`)
        const frame = await read(`{"status":"success","data":{"resultType":"matrix","result":[${series.join(',')}]}}`)
        expect(dump(frame).map(({ labels }) => labels)).toEqual(all.map((some) => Object.fromEntries(some)))
      }),
      { numRuns: 300 },
    )
  })

  it('that is damaged is an error with a code, or still what JSON.parse makes of it', async () => {
    const damage = fc.array(
      fc.tuple(
        fc.constantFrom('cut', 'drop', 'put', 'change', 'double'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
      ),
      { minLength: 1, maxLength: 3 },
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(anySeries, damage, fc.integer(), anySizes, async (series, hits, seed, sizes) => {
        let bytes = [
          ...encode(seed % 2 ? printOddly(matrix(series), createRandom(seed)) : JSON.stringify(matrix(series))),
        ]
        for (const [kind, where, byte] of hits) {
          const at = Math.floor(where * bytes.length)
          if (kind === 'cut') bytes = bytes.slice(0, at)
          else if (kind === 'drop') bytes.splice(at, 1 + (byte & 7))
          else if (kind === 'put') bytes.splice(at, 0, byte)
          else if (kind === 'change') bytes[at] = byte
          else bytes.splice(at, 0, ...bytes.slice(at, at + byte))
        }
        const body = Uint8Array.from(bytes)
        const frame = await read(body, sizes).catch((error: unknown) => {
          refused++
          expect(isCodedError(error), String(error)).toBe(true)
        })
        if (!frame) return
        const parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as {
          data: { result: PlainSeries[] }
        }
        if (frame.kind === 'series')
          expect(dump(frame)).toEqual(expectedOf(parsed.data.result.filter(({ values }) => values)))
      }),
      { numRuns: 600 },
    )
    expect(refused).toBeGreaterThan(200)
  })

  it('may have a text that fills many chunks', async () => {
    const long = 'ü"\\x'.repeat(20_000)
    const series = [{ metric: { long, [long]: 'x' }, values: [[1, '2']] as const }]
    expect(dump(await read(printOddly(matrix(series), createRandom(7)), [100]))).toEqual(expectedOf(series))
  })
})

describe('what is refused', () => {
  const series = (text: string) => `{"status":"success","data":{"resultType":"matrix","result":[${text}]}}`
  const sample = (text: string) => series(`{"metric":{},"values":[${text}]}`)

  it.each([
    ['', 'it ends too early'],
    ['<html>', 'byte 0 is not "{"'],
    ['{"status":"success"', 'it ends too early'],
    ['{"status":"success"}', '"data" is no object'],
    ['{"status":"success","data":null}', '"data" is no object'],
    ['{"status":"success","data":{}} x', 'byte 31 is not the end'],
    ['{"status":"success","data":{"resultType":"matrix"}}', '"result" is no matrix'],
    ['{"status":"success","data":{"resultType":"matrix","result":[1,"2"]}}', '"result" is no matrix'],
    [
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"values":[]}]}}',
      '"result" is no vector',
    ],
    ['{"status":"success","data":{"resultType":"scalar","result":[]}}', '"result" is no scalar'],
    ['{"status":"success","data":{"resultType":"scalar","result":[1,"x"]}}', 'the value "x" is no number'],
    ['{"status":"success","data":{"resultType":"streams","result":[]}}', '"resultType" is "streams"'],
    [series('{"values":[]}'), 'a series has no "metric"'],
    [series('{"metric":{},"metric":{}}'), 'a series says one thing twice'],
    [series('{"metric":{"a":1}}'), 'byte 75 is not a text'],
    [series('{"metric":{"a":"\\x"}}'), 'a text holds an escape that JSON does not know'],
    [series('{"metric":{"a":"\\u12"}}'), 'a text holds an escape that JSON does not know'],
    [series('{"metric":{"a":"\n"}}'), 'a text holds a control character'],
    [series('{"metric":{},}'), 'byte 73 is not a text'],
    [series('{},'), 'a series has no "metric"'],
    [sample('[1,2]'), 'byte 86 is not a text'],
    [sample('[1,"2",3]'), 'byte 89 is not "]"'],
    [sample('[1,"2"],'), 'byte 91 is not "["'],
    [sample('[1,"2"][2,"3"]'), 'byte 90 is not "," or "]"'],
    [sample('[1,"two"]'), 'the value "two" is no number'],
    [sample('[01,"2"]'), 'byte 84 is not a value'],
    [sample('[null,"2"]'), 'a time is no number'],
    [sample('[true,"2"]'), 'a time is no number'],
    [sample(`[1,"${'0'.repeat(5000)}]`), 'a sample is longer than 4096 bytes'],
    [sample(`[${'1'.repeat(2000)},"2"]`), 'a number has more than 1024 digits'],
    [`{"deep":${'['.repeat(200)}`, 'its values are nested more than 128 deep'],
    ['{"deep":[}', 'byte 9 is not a value'],
    ['{"deep":{"a":1,}', 'byte 15 is not a text'],
    ['{"deep":[1 2]', 'byte 11 is not "," or "]"'],
    ['{"deep":nul}', 'byte 8 is not a value'],
    ['{"deep":-}', 'byte 8 is not a value'],
  ])('%s', async (body, reason) => {
    expect(await reasonOf(body)).toBe(reason)
  })

  it('a text that is not UTF-8', async () => {
    const bytes = encode(series('{"metric":{"a":"xx"}}'))
    bytes[bytes.indexOf(0x78)] = 0xc3
    expect(await reasonOf(bytes)).toBe('a text is not UTF-8')
  })
})

describe('the budget', () => {
  const many = (count: number, points = 1) =>
    Array.from({ length: count }, (_, i) => ({
      metric: { i: `${i}` },
      values: Array.from({ length: points }, (_, k) => [1000 + k, `${k}`] as const),
    }))

  it('ends the reading behind the last series that it allows', async () => {
    let asked = 0
    async function* endless() {
      const start = encode(`{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[]}`)
      for (yield start; ; yield encode(`,{"metric":{"i":"${asked++}"},"values":[[1,"2"]]}`));
    }
    const frame = await readAnswer(endless(), { ...unlimited, maxSeries: 3 })
    expect([frame.length, asked]).toEqual([3, 3])
    expect(frame.meta.notices).toEqual([
      {
        severity: 'warning',
        text: 'The result was cut off: only the first 3 series of the query are shown. Show the highest series only (an option of the query), or ask for fewer by topk() or sum by ().',
      },
    ])
  })

  it('is kept, and the rest looked at, where the status or the type comes behind the result', async () => {
    const result = JSON.stringify(many(5))
    const budget = { ...unlimited, maxSeries: 2, maxRows: 2 }
    for (const body of [
      `{"data":{"resultType":"matrix","result":${result}},"status":"success"}`,
      `{"status":"success","data":{"result":${result},"resultType":"matrix"}}`,
    ]) {
      const frame = await read(body, [50], budget)
      expect([frame.length, frame.meta.notices?.length]).toEqual([2, 1])
      expect(await reasonOf(body.slice(0, -1))).toBe('it ends too early')
    }
  })

  it('keeps the latest points of each series', async () => {
    const frame = await read(JSON.stringify(matrix(many(2, 1000))), [64], { ...unlimited, maxPoints: 3 })
    expect(dump(frame).map(({ samples }) => samples.map(([, number]) => number))).toEqual([
      [997, 998, 999],
      [997, 998, 999],
    ])
    expect(frame.meta.notices).toEqual([
      {
        severity: 'warning',
        text: 'The result was cut off: only the latest 3 points of each series are shown.',
      },
    ])
  })
})
