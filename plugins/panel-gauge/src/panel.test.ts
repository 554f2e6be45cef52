// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  number,
  SeriesBuilder,
  text,
  validate,
  type FieldConfig,
  type Frame,
} from '@orrery/sdk'
import { testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { gauge } from './index.ts'
import { Options } from './options.ts'
import GaugePanel from './ui/GaugePanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const load = (...values: (number | null)[]) =>
  new SeriesBuilder({ fields: { value: number({ unit: 'percent' }) } })
    .add(
      { host: 'a' },
      values.map((_, k) => k),
      values,
    )
    .build()
const hosts = defineTable({ host: text(), load: number({ unit: 'percent' }) }).fromRows([
  { host: 'a', load: 20 },
  { host: 'b', load: null },
  { host: 'c', load: Infinity },
])
const huge = defineTable({ host: text(), money: number() }).fromRows([
  { host: 'a', money: 4e300 },
  { host: 'b', money: -5e300 },
])
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])

testPanel(gauge, {
  options,
  cases: {
    'one value': { frames: [load(10, 40)], shows: '40' },
    'many values': { frames: [hosts], shows: 'a: 20% of 0% to 100%; b: –;' },
    'huge values': { frames: [huge], shows: '-5E300' },
    'a series without values': { frames: [load(null)], shows: '–' },
    'a frame without numbers': { frames: [words], shows: 'No numbers to show' },
    'a frame without series': { frames: [new SeriesBuilder().build()], shows: 'No values.' },
  },
})

const show = (frames: readonly Frame[] = [load(10, 40)], patch: Partial<Options> = {}, defaults: FieldConfig = {}) =>
  mount(GaugePanel, {
    props: testPanelProps({ ...options, ...patch }, frames, { fieldConfig: { defaults, overrides: [] } }),
  })
const thresholds = {
  mode: 'absolute' as const,
  steps: [{ color: 'green' }, { value: 30, color: 'red' }, { value: 200, color: 'blue' }],
}

describe('gauge panel', () => {
  it('is a meter that says what it shows', () => {
    const meter = show().get('[role=meter]')
    expect([meter.attributes('aria-label'), meter.attributes('aria-valuetext')]).toEqual([
      '{host="a"}',
      '40% of 0% to 100%',
    ])
  })

  it('has a bar in the colour of the value, and none of no value', () => {
    const bars = (...given: Parameters<typeof show>) =>
      show(...given)
        .findAll('.bar')
        .map((bar) => bar.attributes('style'))
    expect(bars()).toEqual(['stroke: var(--o-accent);'])
    expect(bars([load(40)], {}, { thresholds })).toEqual(['stroke: #ff6369;'])
    expect([bars([load(null)]), bars([load(0)])]).toEqual([[], []])
  })

  it('cuts the bar into segments, and colours each place where there is a gradient', () => {
    const count = (patch: Partial<Options>, selector: string) =>
      show([load(50)], patch, { thresholds }).findAll(selector).length
    expect([count({ segmentCount: 10 }, '.track'), count({ segmentCount: 10 }, '.bar')]).toEqual([10, 5])
    const gradient = { effects: { gradient: true, barGlow: true, centerGlow: true } }
    const view = show([load(50)], gradient, { thresholds })
    const colors = new Set(view.findAll('.bar').map((bar) => bar.attributes('style')))
    expect([...colors]).toEqual(['stroke: #4cc38a;', 'stroke: #ff6369;'])
    expect([view.findAll('radialGradient').length, view.get('g').attributes('style')]).toEqual([
      1,
      expect.stringContaining('drop-shadow'),
    ])
  })

  it('shows thresholds as colours and values around it, those that are on the scale', () => {
    const view = show([load(40)], { showThresholdLabels: true }, { thresholds })
    expect(view.findAll('.ring').map((ring) => ring.attributes('style'))).toEqual([
      'stroke: #4cc38a;',
      'stroke: #ff6369;',
    ])
    expect(view.findAll('.label').map((label) => label.text())).toEqual(['30%'])
    expect(show([load(40)], { showThresholdMarkers: false }, { thresholds }).findAll('.ring')).toEqual([])
  })

  it('begins at the neutral value, and goes either way', () => {
    const path = (value: number) =>
      show([load(value)], { neutral: 50 })
        .get('.bar')
        .attributes('d')!
    const first = /^M(\S+ \S+)A/.exec(path(80))![1]!
    expect(path(20).endsWith(` ${first}`)).toBe(true)
  })

  it('marks the value', () => {
    const marks = (endpointMarker: Options['endpointMarker']) => {
      const view = show([load(40)], { endpointMarker })
      return [view.findAll('.point').length, view.findAll('.halo').length]
    }
    expect([marks('none'), marks('point'), marks('glow')]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
  })

  it('shows the course of a series, but of no row', () => {
    const courses = (...given: Parameters<typeof show>) => show(...given).findAll('.o-value-course').length
    expect([courses(), courses([load(1, 2)], { sparkline: false }), courses([hosts])]).toEqual([1, 0, 0])
  })

  it('shows names where there are several values, or as it is told', () => {
    const texts = (frames: Parameters<typeof show>[0], textMode: Options['textMode']) =>
      show(frames, { textMode })
        .findAll('li')
        .map((cell) => cell.text())
    expect(texts([hosts], 'auto').slice(0, 2)).toEqual(['20%a', '–b'])
    expect([texts([load(3)], 'auto'), texts([load(3)], 'name'), texts([load(3)], 'none')]).toEqual([
      ['3%'],
      ['{host="a"}'],
      [''],
    ])
  })

  it('scrolls where gauges would be too small, and says how many it leaves out', () => {
    const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(1000) })
    const view = show([many])
    expect([view.find('ul').classes(), view.text()]).toEqual([
      expect.arrayContaining(['o-scrolls']),
      expect.stringContaining('800 more values are not shown.'),
    ])
  })

  it('links to where its config says', () => {
    const links = [{ title: 'Host', url: '/d/${__field.labels.host}' }]
    expect(
      show([load(3)], {}, { links })
        .get('a')
        .attributes('href'),
    ).toBe('/d/a')
  })

  it.each([{ shape: 'square' }, { barWidthFactor: 0 }, { segmentCount: 0 }, { effects: { sparks: true } }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
    },
  )
})
