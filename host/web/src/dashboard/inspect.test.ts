// @vitest-environment happy-dom
import { defineTable, number, type FrameMeta } from '@orrery/frames'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import InspectErrors from './InspectErrors.vue'
import InspectQuery from './InspectQuery.vue'
import InspectStatistics from './InspectStatistics.vue'
import { sourceStats } from './source-stats.ts'

const run = {
  asked: { range: { from: 0, to: 3_600_000 }, timeZone: 'UTC', variables: { job: 'api' }, width: 640 },
  stats: [
    {
      refId: 'A',
      source: 'cache' as const,
      ms: 12.5,
      series: 0,
      points: 0,
      rows: 1500,
      bytes: 2048,
      steps: [{ name: 'encode' as const, start: 2.5, ms: 10 }],
    },
  ],
  ms: 40,
  decodeMs: 2,
}
const textOf = (element: { text: () => string }) => element.text().replaceAll(/\s+/g, ' ')

it('tells where an answer came from, how large it was and what took how long', () => {
  const statistics = mount(InspectStatistics, { props: { run, frames: [], drawMs: 8 } })
  expect(statistics.findAll('dd').map(textOf)).toEqual(['Cache', '12.5 ms', '1,500', '2 KiB'])
  expect(statistics.findAll('tbody tr').map(textOf)).toEqual([
    'Encodingafter 2.5 ms10 ms',
    'Host and networkafter 0 ms38 ms',
    'Reading the framesafter 38 ms2 ms',
    'Drawingafter 40 ms8 ms',
  ])
  expect(statistics.findAll('.bar').map((bar) => bar.attributes('style'))).toHaveLength(4)
})

it('tells what the source says of its answer', () => {
  const stats = [
    { title: 'Samples', value: 1200 },
    { title: 'Evaluation', value: 2500, unit: 'ms' },
  ]
  const frameOf = (meta: FrameMeta) => defineTable({ value: number() }).fromRows([], meta)
  const frames = [frameOf({ refId: 'B', meta: { stats: [] } }), frameOf({ refId: 'A', meta: { stats } })]
  const facts = sourceStats(frames, { refId: 'A' })
  expect(facts).toEqual([
    ['Samples', '1,200'],
    ['Evaluation', '2.5 s'],
  ])
  expect(sourceStats(frames, { refId: 'A', timeShiftMs: 1000 })).toEqual([])
  expect(sourceStats([frameOf({ refId: 'A', meta: { stats: 'many' } })], { refId: 'A' })).toEqual([])
})

it('says that nothing is known before a run has ended', () => {
  expect(mount(InspectStatistics, { props: { run: undefined, frames: [], drawMs: undefined } }).text()).toBe(
    'Nothing is known of a run yet.',
  )
})

it('shows what was asked, with the range and the variables of that moment', () => {
  const spec = { title: 'CPU', type: 'stat', options: {}, queries: [{ refId: 'A', query: { expr: 'up' } }] }
  const query = mount(InspectQuery, { props: { spec: spec as never, frames: [], run } })
  expect(query.findAll('dd').map(textOf)).toEqual([
    '1970-01-01 00:00:00 to 1970-01-01 01:00:00',
    'UTC',
    '640 px',
    '"api"',
  ])
  expect(query.get('pre').text()).toContain('"expr": "up"')
})

it('tells an error with its code, its trace and all that came', () => {
  const problem = {
    code: 'QUERY_FAILED',
    detail: 'It failed. Look at the log.',
    params: {},
    refId: 'A',
    traceId: 'abc',
  }
  const errors = mount(InspectErrors, { props: { problems: [problem] } })
  expect(textOf(errors)).toContain('It failed. Look at the log. Trace abc.')
  expect(errors.get('pre').text()).toContain('"traceId": "abc"')
  expect(mount(InspectErrors, { props: { problems: [] } }).text()).toBe('Nothing went wrong.')
})
