// @vitest-environment happy-dom
import { defaultsOf, defineTable, number, SeriesBuilder, text, validate } from '@orrery/sdk'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stat } from './index.ts'
import { Options } from './options.ts'
import summary from './summary.ts'
import StatPanel from './ui/StatPanel.vue'
import { maxValues } from './values.ts'

const options: Options = {
  calculation: 'last',
  graph: 'area',
  colorMode: 'value',
  textMode: 'auto',
  orientation: 'auto',
}
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
  frames = [two],
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
    expect(styles('background')[0]).toContain('background: #ff6369')
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
    expect([graphs([two]), graphs([two], { graph: 'none' })]).toEqual([2, 0])
    expect(mount(StatPanel, { props: testPanelProps(options, [disks]) }).findAll('svg')).toEqual([])
  })

  it('says how many values it does not show', () => {
    const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(maxValues + 3) })
    const props = testPanelProps(options, [many])
    expect(mount(StatPanel, { props }).text()).toContain('3 more values are not shown.')
    expect(summary(props)).toContain(`And ${maxValues - 2} more values.`)
  })

  it.each([{ calculation: 'median' }, { graph: true }, { textMode: null }])('refuses %o as options', (wrong) => {
    expect(validate(Options, { ...defaultsOf(Options), ...wrong }).ok).toBe(false)
  })
})
