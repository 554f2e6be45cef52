// @vitest-environment happy-dom
import { defaultsOf, defineTable, number, SeriesBuilder, text, validate, type Frame } from '@orrery/sdk'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stat } from './index.ts'
import { Options } from './options.ts'
import summary from './summary.ts'
import StatPanel from './ui/StatPanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const share = () => new SeriesBuilder({ fields: { value: number({ unit: 'percentunit' }) } })
const one = share().add({ mode: 'user' }, [0, 60_000], [0.25, 0.5]).build()
const two = share()
  .add({ mode: 'user' }, [0, 60_000], [0.25, 0.5])
  .add({ mode: 'idle' }, [0, 60_000], [0.75, 0.4])
  .build()
const disks = defineTable({ mount: text(), used: number({ unit: 'bytes' }) }).fromRows([
  { mount: '/', used: 1024 },
  { mount: '/home', used: null },
])
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])

testPanel(stat, {
  options,
  cases: {
    'one series': { frames: [one], shows: '50' },
    'several series': { frames: [two], shows: 'Last: user: 50%; idle: 40%.' },
    'a table': { frames: [disks], shows: '/: 1 KiB; /home: –.' },
    'a series without values': { frames: [share().add({}, [0, 1], [null, NaN]).build()], shows: '–' },
    'a frame without series': { frames: [share().build()], shows: 'No values.' },
    'a frame without numbers': { frames: [words], shows: 'No numbers to show' },
  },
})

const show = (
  frames: readonly Frame[] = [two],
  patch: Partial<Options> = {},
  props: Partial<ReturnType<typeof testPanelProps<Options>>> = {},
) => mount(StatPanel, { props: testPanelProps({ ...options, ...patch }, frames, props) })

describe('stat panel', () => {
  let restore: () => void
  beforeAll(() => {
    restore = fakeCanvas()
  })
  afterAll(() => restore())

  it('shows names only where they tell values apart, unless it is told otherwise', () => {
    const texts = (frames: (typeof one)[], textMode: Options['textMode']) => show(frames, { textMode }).text()
    expect([texts([one], 'auto'), texts([one], 'valueAndName'), texts([two], 'name'), texts([two], 'value')]).toEqual([
      '50%',
      '{mode="user"}50%',
      'useridle',
      '50%40%',
    ])
  })

  it('colours the value or its background by thresholds', () => {
    const fieldConfig = {
      defaults: {
        thresholds: { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 0.45, color: 'red' }] },
      },
      overrides: [],
    }
    const styles = (colorMode: Options['colorMode']) =>
      show([two], { colorMode }, { fieldConfig })
        .findAll('li')
        .map((cell) => cell.attributes('style') ?? '')
    expect(styles('value')).toEqual(['color: #ff6369;', 'color: #4cc38a;'])
    expect(styles('backgroundSolid')[0]).toContain('background: #ff6369')
    expect(styles('background')[0]).toContain('linear-gradient')
    expect(styles('none')).toEqual(['', ''])
  })

  it('shows the text of a mapping', () => {
    const mappings = [{ type: 'range' as const, from: 0.45, text: 'busy' }]
    const view = show([one], {}, { fieldConfig: { defaults: { mappings }, overrides: [] } })
    expect(view.text()).toBe('busy')
  })

  it('writes a sign before what stands before the number', () => {
    const loss = new SeriesBuilder({ fields: { value: number({ unit: 'currencyUSD' }) } }).add({}, [0], [-3]).build()
    expect(show([loss]).text()).toBe('-$3')
  })

  it('draws a graph only where one is wanted and there is a course', () => {
    const graphs = (...given: Parameters<typeof show>) => show(...given).findAll('svg').length
    expect([graphs([two]), graphs([two], { graphMode: 'none' })]).toEqual([2, 0])
    expect(mount(StatPanel, { props: testPanelProps(options, [disks]) }).findAll('svg')).toEqual([])
  })

  it('says how many values it does not show', () => {
    const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(203) })
    expect(show([many]).text()).toContain('3 more values are not shown.')
  })

  it('shows the change of a series in percent, green where more is good', () => {
    const options = { showPercentChange: true } as const
    const changes = (patch: Partial<Options> = {}) =>
      show([two], { ...options, ...patch })
        .findAll('.change')
        .map((change) => [change.text(), change.attributes('style')?.replace(/font-size: \d+px; ?/, '')])
    expect(changes()).toEqual([
      ['100%', 'color: #4cc38a;'],
      ['46.7%', 'color: #ff6369;'],
    ])
    expect(changes({ percentChangeColorMode: 'inverted' })[0]![1]).toBe('color: #ff6369;')
    expect(changes({ percentChangeColorMode: 'sameAsValue' })[0]![1]).toBe('')
  })

  it('shows several calculations, each by its name', () => {
    const reduce = { ...options.reduce, calculations: ['min' as const, 'p99' as const] }
    expect(show([one], { reduce }).text()).toBe('Lowest25%Percentile 9949.8%')
    expect(summary(testPanelProps({ ...options, reduce }, [one]))).toBe('Lowest: 25%; Percentile 99: 49.8%.')
  })

  it('links a value to where its config says, and offers several links in a list', () => {
    const links = [
      { title: 'Node ${__field.labels.mode}', url: '/d/node?mode=${__field.labels.mode}&${__url_time_range}' },
      { title: 'Bad', url: 'javascript:alert(1)' },
    ]
    const withLinks = (more: typeof links = []) =>
      show([one], {}, { fieldConfig: { defaults: { links: [...links, ...more] }, overrides: [] } })
    const link = withLinks().get('a')
    expect([link.attributes('href'), link.attributes('title')]).toEqual([
      '/d/node?mode=user&from=0&to=3600000',
      'Node user',
    ])
    expect(
      withLinks([{ title: 'More', url: '/more' }])
        .get('button')
        .text(),
    ).toBe('50%')
  })

  it('draws a line alone, or nothing', () => {
    const paths = (graphMode: Options['graphMode']) => show([one], { graphMode }).findAll('path').length
    expect([paths('area'), paths('line'), paths('none')]).toEqual([2, 1, 0])
  })

  it('shows a graph alone', () => {
    const view = show([one], { textMode: 'none' })
    expect([view.text(), view.findAll('svg').length]).toEqual(['', 1])
  })

  it.each([{ reduce: { calculations: ['p100'] } }, { graphMode: true }, { textMode: null }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...defaultsOf(Options), ...wrong }).ok).toBe(false)
    },
  )
})
