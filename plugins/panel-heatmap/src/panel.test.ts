// @vitest-environment happy-dom
import {
  Annotations,
  defaultsOf,
  defineTable,
  detachedPage,
  Exemplars,
  HeatmapCells,
  SeriesBuilder,
  text,
  type TimeRange,
  validate,
} from '@orrery/sdk'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { CellChart } from '@orrery/ui'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heatmap } from './index.ts'
import { Options } from './options.ts'
import HeatmapPanel from './ui/HeatmapPanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const row = (time: number, yMin: number, count: number) => ({
  time,
  timeEnd: time + 60_000,
  yMin,
  yMax: yMin + 1,
  count,
})
const cells = HeatmapCells.fromRows([row(0, 0, 1), row(0, 1, 40), row(60_000, 0, 0), row(60_000, 1, 2)])
const zeros = HeatmapCells.fromRows([row(0, 0, 0)])
const unknown = HeatmapCells.fromRows([row(0, 0, NaN)])
const classic = new SeriesBuilder().add({ le: '1' }, [60_000], [1]).add({ le: '+Inf' }, [60_000], [5]).build()
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])
const exemplars = Exemplars.fromRows([{ time: 1000, value: 1.5, traceId: 'abc' }])

testPanel(heatmap, {
  options: { ...options, cellRadius: 2 },
  cases: {
    cells: { frames: [cells, exemplars], shows: 'the highest value is 40, in 1 – 2 at 1970-01-01 00:00:00.' },
    'one cell': { frames: [HeatmapCells.fromRows([row(0, 0, 3)])], shows: '1 column from 1970-01-01 00:00:00' },
    zeros: { frames: [zeros], shows: 'all are empty' },
    'counts that are not known': { frames: [unknown], shows: 'all are empty' },
    'huge counts': { frames: [HeatmapCells.fromRows([row(0, 0, 1e18), row(0, 1, 1e21)])], shows: 'the highest value' },
    'classic buckets': { frames: [classic], shows: 'the highest value is 4, in more than 1' },
    'plain values': { frames: [new SeriesBuilder().add({}, [0, 1], [1, 2]).build()], shows: '2 columns from' },
    'a frame without cells': { frames: [HeatmapCells.fromRows([])], shows: 'No cells.' },
    'a frame without numbers': { frames: [words], shows: 'No cells to draw' },
  },
})

describe('heatmap panel', () => {
  let restore: () => void
  beforeAll(() => {
    restore = fakeCanvas()
  })
  afterAll(() => restore())

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const show = async (patch: Partial<Options> = {}, props = {}) => {
    const all = testPanelProps({ ...options, ...patch }, [cells], props)
    const view = mount(HeatmapPanel, { props: all, attachTo: document.body })
    await nextFrame()
    return view
  }

  it('zooms the page', async () => {
    const zooms: TimeRange[] = []
    const page = { ...detachedPage, zoom: (range: TimeRange) => zooms.push(range), cursorGroup: 'd' }
    const view = await show({}, { page })
    view.getComponent(CellChart).vm.$emit('zoom', { from: 1, to: 2 })
    expect(zooms).toEqual([{ from: 1, to: 2 }])
    expect(view.getComponent(CellChart).props('cursorGroup')).toBe('d')
    view.unmount()
  })

  it('tells by keys what is in a cell, from column to column and from row to row', async () => {
    const view = await show()
    const said: string[] = []
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await view.get('[role="application"]').trigger('keydown', { key })
      said.push(
        view
          .get('[aria-live]')
          .text()
          .replace(/^.*?:00, /, ''),
      )
    }
    expect(said).toEqual(['0 – 1, 1', '1 – 2, 40', '1 – 2, 2', '0 – 1, 0', '0 – 1, 1'])
    expect(document.querySelector('.o-chart-tooltip:not([hidden])')?.textContent).toContain('0 – 1')
    view.unmount()
  })

  it('tells a cell, or its whole column from the top down or by its values', async () => {
    const rowsOf = async (patch: Partial<Options['tooltip']>) => {
      const view = await show({ tooltip: { ...options.tooltip, ...patch } })
      await view.get('[role="application"]').trigger('keydown', { key: 'ArrowRight' })
      const rows = [...document.querySelectorAll('.o-chart-tooltip:not([hidden]) .o-tooltip-row')]
      const texts = rows.map(({ children }) =>
        [...children]
          .map(({ textContent }) => textContent)
          .join(' ')
          .trim(),
      )
      view.unmount()
      return texts
    }
    expect([
      await rowsOf({}),
      await rowsOf({ mode: 'multi' }),
      await rowsOf({ mode: 'multi', sort: 'ascending' }),
      await rowsOf({ mode: 'none' }),
    ]).toEqual([['0 – 1 1'], ['1 – 2 40', '0 – 1 1'], ['0 – 1 1', '1 – 2 40'], []])
  })

  it('selects by keys what dragging would select, and shows all rows again', async () => {
    const select = async (selectionMode: Options['selectionMode']) => {
      const zooms: TimeRange[] = []
      const page = { zoom: (range: TimeRange) => zooms.push(range), cursorGroup: undefined, notify() {} }
      const view = await show({ selectionMode }, { page })
      const chart = view.get('[role="application"]')
      await chart.trigger('keydown', { key: 'ArrowRight' })
      await chart.trigger('keydown', { key: 'ArrowUp', shiftKey: true })
      await chart.trigger('keydown', { key: 'ArrowDown', shiftKey: true })
      await chart.trigger('keydown', { key: 'Enter' })
      const { edges } = view.getComponent(CellChart).props('cells')
      const button = view.find('button[aria-label="Show all values"]')
      if (button.exists()) await button.trigger('click')
      const whole = view.getComponent(CellChart).props('cells').edges
      expect([...whole]).toEqual([0, 0.5, 1])
      const isFocused = document.activeElement === chart.element
      view.unmount()
      return [zooms.map(({ from, to }) => [from, to].map((time) => Math.round(time / 1000))), [...edges], isFocused]
    }
    expect([await select('x'), await select('y'), await select('xy')]).toEqual([
      [[[0, 60]], [0, 0.5, 1], false],
      [[], [0, 1, 2], true],
      [[[0, 60]], [0, 1, 2], true],
    ])
  })

  it('lets go of what is selected by Escape', async () => {
    const zooms: TimeRange[] = []
    const page = { zoom: (range: TimeRange) => zooms.push(range), cursorGroup: undefined, notify() {} }
    const view = await show({}, { page })
    const chart = view.get('[role="application"]')
    const width = () => view.get<HTMLElement>('.u-select').element.style.width
    await chart.trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    expect(parseFloat(width())).toBeGreaterThan(3)
    await chart.trigger('keydown', { key: 'Escape' })
    await chart.trigger('keydown', { key: 'Enter' })
    expect([width(), zooms]).toEqual(['0px', []])
    view.unmount()
  })

  it('has a colour scale where there is room and it is wanted', async () => {
    const scales = async (patch: Partial<Options>, props = {}) => {
      const view = await show(patch, props)
      const found = view.findAll('[role="img"]').map((scale) => scale.attributes('aria-label'))
      view.unmount()
      return found
    }
    expect([await scales({}), await scales({ legend: false }), await scales({}, { height: 80 })]).toEqual([
      ['Colours from 1 to 40'],
      [],
      [],
    ])
  })

  it('has annotations that can be reached by keys', async () => {
    const at = { time: 1_800_000, title: 'Deployment', text: 'of the shop', tags: ['shop'] }
    const view = await show({}, { annotations: [Annotations.fromRows([at], { name: 'Deployments' })] })
    await nextFrame()
    const mark = view.get('.o-annotation')
    expect(mark.attributes('aria-label')).toBe('Deployment, 1970-01-01 00:30:00, of the shop, shop')
    await mark.trigger('focus')
    expect(document.body.textContent).toContain('of the shop')
    await mark.trigger('blur')
    expect(document.body.textContent).not.toContain('of the shop')
    view.unmount()
  })

  it.each([{ calculate: 'often' }, { cellGap: -1 }, { color: { scheme: 'mud' } }, { yAxis: { scale: 'sqrt' } }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
    },
  )
})
