// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  number,
  SeriesBuilder,
  text,
  time,
  validate,
  type Notice,
  type TimeRange,
} from '@orrery/sdk'
import { ChartLegend, TimeChart } from '@orrery/ui'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timeseries } from './index.ts'
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
  options: { ...options, legend: { mode: 'table', placement: 'bottom', values: ['last', 'max'] } },
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
    const page = { zoom: (range: TimeRange) => zooms.push(range), cursorGroup: 'd', notify() {} }
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
    const page = { zoom() {}, cursorGroup: undefined, notify }
    const props = testPanelProps({ ...options, maxSeries: 3 }, [builder.build()], { page })
    const view = mount(TimeseriesPanel, { props })
    expect(view.getComponent(TimeChart).props('series')).toHaveLength(3)
    await view.setProps({ options: { ...options, maxSeries: 4 } })
    expect(said).toEqual([[expect.stringContaining('3 of 4 series are drawn: those that reach highest.')], []])
    view.unmount()
  })

  it.each([{ drawStyle: 'bars' }, { lineWidth: 11 }, { axis: { scale: 'sqrt' } }, { legend: { values: ['median'] } }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
    },
  )
})
