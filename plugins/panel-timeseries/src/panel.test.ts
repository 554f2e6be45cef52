// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  detachedPage,
  type Notice,
  number,
  SeriesBuilder,
  text,
  time,
  type TimeRange,
  validate,
} from '@orrery/sdk'
import { ChartLegend, TimeChart } from '@orrery/ui'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timeseries } from './index.ts'
import { FieldOptions } from './field-options.ts'
import { Options } from './options.ts'
import TimeseriesPanel from './ui/TimeseriesPanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const share = () => new SeriesBuilder({ fields: { value: number({ unit: 'percentunit' }) } })
const one = share().add({ mode: 'user' }, [0, 60_000, 120_000], [0.25, 0.5, 0.1]).build()
const two = share()
  .add({ mode: 'user' }, [0, 60_000], [0.25, 0.5])
  .add({ mode: 'idle' }, [0, 60_000], [0.75, null])
  .build()
const sales = defineTable({ at: time(), shop: text(), sold: number() }).fromRows([
  { at: 0, shop: 'Bern', sold: 3 },
  { at: 60_000, shop: 'Basel', sold: 4 },
])
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])

testPanel(timeseries, {
  options: { ...options, legend: { ...options.legend, mode: 'table', values: ['lastNotNull', 'max'] } },
  cases: {
    'one series': { frames: [one], shows: '1 series. {mode="user"}: last 10%, 10% to 50%.' },
    'several series': { frames: [two], shows: '2 series. user: last 50%, 25% to 50%; idle: last 75%, 75% to 75%.' },
    'a table': { frames: [sales], shows: 'Basel: last 4' },
    'a series without values': { frames: [share().add({}, [0, 1], [null, NaN]).build()], shows: 'value: no values' },
    'a frame without series': { frames: [share().build()], shows: 'No series.' },
    'a frame without times': { frames: [words], shows: 'No series to draw' },
  },
})

describe('time series panel', () => {
  let restore: () => void
  beforeAll(() => {
    restore = fakeCanvas()
  })
  afterAll(() => restore())

  it('zooms the page', () => {
    const zooms: TimeRange[] = []
    const page = { ...detachedPage, zoom: (range: TimeRange) => zooms.push(range), cursorGroup: 'd' }
    const view = mount(TimeseriesPanel, { props: testPanelProps(options, [one], { page }) })
    view.getComponent(TimeChart).vm.$emit('zoom', { from: 1, to: 2 })
    expect(zooms).toEqual([{ from: 1, to: 2 }])
    expect(view.getComponent(TimeChart).props('cursorGroup')).toBe('d')
    view.unmount()
  })

  it('keeps a series switched off, and the colours of the others, when the data changes', async () => {
    const view = mount(TimeseriesPanel, { props: testPanelProps(options, [two]) })
    await view.getComponent(ChartLegend).vm.$emit('update:hidden', new Set([0]))
    await view.setProps({ frames: [two.with({})] })
    const lines = view.getComponent(TimeChart).props('series')
    expect(lines.map(({ name, color }) => [name, color])).toEqual([['idle', '#fe7d27']])
    view.unmount()
  })

  it('says how many series it leaves out, until it draws all', async () => {
    const builder = share()
    for (let i = 0; i < 4; i++) builder.add({ i: String(i) }, [0], [i])
    const said: string[][] = []
    const notify = (notices: readonly Notice[]) => said.push(notices.map(({ text }) => text))
    const page = { ...detachedPage, notify }
    const props = testPanelProps({ ...options, maxSeries: 3 }, [builder.build()], { page })
    const view = mount(TimeseriesPanel, { props })
    expect(view.getComponent(TimeChart).props('series')).toHaveLength(3)
    await view.setProps({ options: { ...options, maxSeries: 4 } })
    expect(said).toEqual([[expect.stringContaining('3 of 4 series are drawn: those that reach highest.')], []])
    view.unmount()
  })

  it('leaves series out of the chart or of the legend where their field says so', () => {
    const hide = (name: string, from: string) => ({
      matcher: { type: 'byName' as const, name },
      properties: { custom: { hideFrom: { [from]: true } } },
    })
    const fieldConfig = { defaults: {}, overrides: [hide('user', 'viz'), hide('idle', 'legend')] }
    const view = mount(TimeseriesPanel, { props: { ...testPanelProps(options, [two]), fieldConfig } })
    expect(
      view
        .getComponent(TimeChart)
        .props('series')
        .map(({ name }) => name),
    ).toEqual(['idle'])
    expect(
      view
        .getComponent(ChartLegend)
        .props('items')
        .map(({ name }) => name),
    ).toEqual(['user'])
    view.unmount()
  })

  it('leads where the links of a field say, with the value and its labels', () => {
    const links = [
      { title: 'Of ${__field.labels.mode}', url: '/d/${__field.labels.mode}?v=${__value.raw}' },
      { title: 'No', url: 'javascript:alert(1)' },
    ]
    const view = mount(TimeseriesPanel, {
      props: { ...testPanelProps(options, [two]), fieldConfig: { defaults: { links }, overrides: [] } },
    })
    expect(view.getComponent(TimeChart).props('linksOf')!(0, 0.5, 60_000)).toEqual([
      { title: 'Of user', url: '/d/user?v=0.5' },
    ])
    view.unmount()
  })

  it.each([{ maxSeries: 0 }, { legend: { ...options.legend, values: ['sum of all'] } }, { lineWidth: 1 }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
    },
  )

  it.each([{ drawStyle: 'area' }, { lineWidth: 11 }, { scale: 'sqrt' }, { barWidthFactor: 2 }])(
    'refuses %o as options of a field',
    (wrong) => {
      expect(validate(FieldOptions, { ...defaultsOf(FieldOptions), ...wrong }).ok).toBe(false)
    },
  )
})
