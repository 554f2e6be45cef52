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
import { bargauge } from './index.ts'
import { Options } from './options.ts'
import BarGaugePanel from './ui/BarGaugePanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const disks = defineTable({ mount: text(), used: number({ unit: 'percent' }) }).fromRows([
  { mount: '/', used: 20 },
  { mount: '/home', used: 80 },
  { mount: '/tmp', used: null },
  { mount: '/var', used: Infinity },
])
const money = defineTable({ who: text(), money: number() }).fromRows([
  { who: 'a', money: 50 },
  { who: 'b', money: -50 },
])
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])

testPanel(bargauge, {
  options,
  cases: {
    'many values': { frames: [disks], shows: '/: 20% of 0% to 100%; /home: 80% of 0% to 100%; /tmp: –;' },
    'values below zero': { frames: [money], shows: 'b: -50 of -50 to 50.' },
    'a series without values': { frames: [new SeriesBuilder().add({}, [0], [null]).build()], shows: '–' },
    'a frame without numbers': { frames: [words], shows: 'No numbers to show' },
    'a frame without series': { frames: [new SeriesBuilder().build()], shows: 'No values.' },
  },
})

// Lying bars of 600 pixels: neither name nor value takes room.
const bare = { orientation: 'horizontal', valueMode: 'hidden', namePlacement: 'hidden' } as const
const show = (patch: Partial<Options> = {}, frames: readonly Frame[] = [disks], defaults: FieldConfig = {}) =>
  mount(BarGaugePanel, {
    props: testPanelProps({ ...options, ...patch }, frames, { fieldConfig: { defaults, overrides: [] } }),
  })
const styles = (view: ReturnType<typeof show>, selector: string) =>
  view.findAll(selector).map((one) => one.attributes('style'))
const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 50, color: 'red' }] }

describe('bar gauge panel', () => {
  it('has bars as long as their values are large, and none of no value', () => {
    expect(styles(show({ ...bare, displayMode: 'basic' }, [disks], { thresholds }), '.bar')).toEqual([
      'inset-inline-start: 0px; inline-size: 120px; background: #4cc38a;',
      'inset-inline-start: 0px; inline-size: 480px; background: #ff6369;',
      'inset-inline-start: 0px; inline-size: 600px; background: #ff6369;',
    ])
  })

  it('has bars that go either way from zero, or from the neutral value', () => {
    const bars = (patch: Partial<Options> = {}) =>
      styles(show({ ...bare, displayMode: 'basic', ...patch }, [money]), '.bar')
    expect(bars().map((style) => style?.split(' background')[0])).toEqual([
      'inset-inline-start: 300px; inline-size: 300px;',
      'inset-inline-start: 0px; inline-size: 300px;',
    ])
    expect(bars({ neutral: -50 })[0]).toContain('inline-size: 600px')
  })

  it('stands bars up', () => {
    const [first] = styles(show({ ...bare, orientation: 'vertical', displayMode: 'basic' }), '.bar')
    expect(first).toBe('inset-block-end: 0px; block-size: 60px; background: var(--o-accent);')
  })

  it('shows of the gradient of the whole way the part that the bar is of', () => {
    const [, second] = styles(show({ ...bare }, [disks], { thresholds }), '.bar')
    expect(second).toContain('linear-gradient(to right, #4cc38a 0%, #ff6369 50%)')
    expect(second).toContain('background-size: 600px 100%')
  })

  it('draws cells', () => {
    const cells = styles(show({ ...bare, displayMode: 'lcd' }, [disks], { thresholds }), '.cells')
    expect([cells.length, cells[0]?.includes('#4cc38a 0px 7px')]).toEqual([4, true])
  })

  it('shows the rest of a bar unless it is told not to', () => {
    const rests = (patch: Partial<Options>) => show(patch).findAll('.rest').length
    expect([rests({}), rests({ showUnfilled: false })]).toEqual([4, 0])
  })

  it('is a meter that says what it shows', () => {
    const meter = show().get('[role=meter]')
    expect([meter.attributes('aria-label'), meter.attributes('aria-valuetext')]).toEqual(['/', '20% of 0% to 100%'])
  })

  it('writes names and values as it is told', () => {
    const texts = (patch: Partial<Options>) =>
      show(patch)
        .findAll('li')
        .slice(0, 1)
        .map((cell) => cell.text())
    expect([texts({}), texts({ valueMode: 'hidden' }), texts({ namePlacement: 'hidden' })]).toEqual([
      ['/20%'],
      ['/'],
      ['20%'],
    ])
    const color = (valueMode: Options['valueMode']) =>
      show({ valueMode }, [disks], { thresholds }).get('.value').attributes('style')
    expect([color('color')?.includes('color: #4cc38a'), color('text')?.includes('color:')]).toEqual([true, false])
  })

  it('scrolls where bars would be too thin, and says how many it leaves out', () => {
    const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(1000) })
    const view = show({}, [many])
    expect([view.find('ul').classes(), view.text()]).toEqual([
      expect.arrayContaining(['o-scrolls']),
      expect.stringContaining('800 more values are not shown.'),
    ])
  })

  it('links to where its config says', () => {
    const links = [{ title: 'Disk', url: '/disk?mount=${__field.labels.mount}' }]
    expect(show({}, [disks], { links }).get('a').attributes('href')).toBe('/disk?mount=%2F')
  })

  it.each([{ displayMode: 'neon' }, { minVizHeight: 0 }, { valueMode: true }])('refuses %o as options', (wrong) => {
    expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
  })
})
