import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { matrix, startFake, success, type Fake } from './fake-prometheus.fixture.ts'
import type { Query } from './options.ts'

let fake: Fake
beforeAll(async () => {
  fake = await startFake()
})
afterAll(() => fake.stop())

const range = (top: NonNullable<Extract<Query, { type: 'range' }>['top']>) =>
  ({ type: 'range', expr: 'up', top }) as const
const seriesOf = (pod: number | string, ...values: readonly (number | string)[]) => ({
  metric: { __name__: 'up', pod: String(pod) },
  values: values.map((value, k) => [1_700_000_000 + 15 * k, String(value)]),
})

describe('the highest series', () => {
  it.each([
    ['max', ['1', '3']],
    ['mean', ['2', '3']],
    ['last', ['2', '3']],
  ] as const)('by %s are kept in their order, and how many there were is said', async (by, pods) => {
    fake.set(
      'query_range',
      matrix([seriesOf(0, 'NaN', 'NaN'), seriesOf(1, 9, 1, 'NaN'), seriesOf(2, 6, 5, 5), seriesOf(3, 8, 8, 8)]),
    )
    const [frame] = await (await fake.open()).ask(range({ count: 2, by }))
    if (frame?.kind !== 'series') throw new Error('no series')
    expect(Array.from(frame, ({ labels }) => labels['pod'])).toEqual(pods)
    const measure = by === 'last' ? 'last value' : by
    expect(frame.meta.notices).toEqual([{ severity: 'info', text: `4 series; the 2 highest by ${measure} are shown.` }])
  })

  it('are what sorting all would give, with all their labels and points', async () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom('NaN', '+Inf', '-Inf'))
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), async (values, count) => {
        fake.set('query_range', matrix(values.map((one, pod) => seriesOf(pod, one))))
        const [frame] = await (await fake.open()).ask(range({ count, by: 'max' }))
        if (frame?.kind !== 'series') throw new Error('no series')
        const numberOf = (one: number | string) =>
          one === 'NaN' || one === '-Inf' ? -Infinity : one === '+Inf' ? Infinity : Number(one)
        const scores = values.map((one, pod) => ({ pod, score: numberOf(one) }))
        const best = scores.toSorted((a, b) => (a.score === b.score ? a.pod - b.pod : b.score > a.score ? 1 : -1))
        const expected = best.slice(0, count).toSorted((a, b) => a.pod - b.pod)
        expect(Array.from(frame, ({ labels }) => labels)).toEqual(
          expected.map(({ pod }) => ({ __name__: 'up', pod: String(pod) })),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('of 30,000 are found in one pass', async () => {
    const result = Array.from({ length: 30_000 }, (_, pod) => seriesOf(pod, (pod * 7919) % 30_000))
    fake.set('query_range', matrix(result))
    const [frame] = await (await fake.open()).ask(range({ count: 20, by: 'max' }))
    expect(frame!.length).toBe(20)
    expect(frame!.meta.notices?.[0]?.text).toBe('30,000 series; the 20 highest by max are shown.')
    if (frame?.kind !== 'series') throw new Error('no series')
    expect([...frame].every(({ values }) => values[0]! >= 29_980)).toBe(true)
  })

  it('of a moment are rows, and fewer than asked for need no notice', async () => {
    const single = (pod: string, value: string) => ({ metric: { pod }, value: [1_700_000_000, value] })
    fake.set('query', success({ resultType: 'vector', result: [single('a', '1'), single('b', '3'), single('c', '2')] }))
    const [frame] = await (await fake.open()).ask({ type: 'instant', expr: 'up', top: { count: 2, by: 'max' } })
    expect([frame!.kind, frame!.length, frame!.fields.get('pod')?.at(0)]).toEqual(['numeric', 2, 'b'])
    const [all] = await (await fake.open()).ask({ type: 'instant', expr: 'up', top: { count: 3, by: 'max' } })
    expect([all!.length, all!.meta.notices]).toEqual([3, undefined])
  })
})

describe('the most series of the settings', () => {
  it('are read, and the ways out are named', async () => {
    fake.set('query_range', matrix([seriesOf(1, 1), seriesOf(2, 2), seriesOf(3, 3)]))
    const [frame] = await (await fake.open({ seriesLimit: 2 })).ask({ type: 'range', expr: 'up' })
    expect([frame!.length, frame!.meta.notices?.length]).toEqual([2, 1])
    expect(frame!.meta.notices?.[0]?.text).toMatch(/first 2 series.*highest series only.*topk\(\)/)
  })
})

describe('names of series', () => {
  it('are the template, or the metric with all labels', async () => {
    fake.set(
      'query_range',
      matrix([
        {
          metric: { __name__: 'up', job: 'a"b' },
          values: [
            [1, '1'],
            [16, '2'],
          ],
        },
      ]),
    )
    const { ask } = await fake.open()
    const metaOf = async (legend: string) => {
      const [frame] = await ask({ type: 'range', expr: 'up', legend })
      return frame?.kind === 'series' && [frame.metaAt(0).displayName, [...frame.at(0).values]]
    }
    expect(await metaOf('{{job}}')).toEqual(['{{job}}', [1, 2]])
    expect(await metaOf('verbose')).toEqual([String.raw`up{job="a\"b"}`, [1, 2]])
  })
})

describe('the figures of the server', () => {
  it('come with the frame', async () => {
    const stats = {
      timings: { evalTotalTime: 0.5, execTotalTime: 0.75, innerEvalTime: 1 },
      samples: { totalQueryableSamples: 12, peakSamples: 7 },
    }
    fake.set('query_range', success({ resultType: 'matrix', result: [], stats }))
    const [frame] = await (await fake.open()).ask({ type: 'range', expr: 'up' })
    expect(frame!.meta.meta).toEqual({
      stats: [
        { title: 'Total time', value: 0.75, unit: 's' },
        { title: 'Evaluation', value: 0.5, unit: 's' },
        { title: 'Samples read', value: 12 },
        { title: 'Most samples at once', value: 7 },
      ],
    })
  })
})
