// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  detachedPage,
  type FieldAction,
  type LinkContext,
  number,
  SeriesBuilder,
  text,
  validate,
} from '@orrery/sdk'
import { fakeCanvas, testPanel, testPanelProps } from '@orrery/testing/panel'
import { ChartLegend } from '@orrery/ui'
import { mount } from '@vue/test-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barchart } from './index.ts'
import { Options } from './options.ts'
import BarchartPanel from './ui/BarchartPanel.vue'

// All options have defaults.
const options = defaultsOf(Options) as Options
const Shops = defineTable({ shop: text(), sold: number({ unit: 'percent' }), lost: number() })
const shops = Shops.fromRows([
  { shop: 'Bern', sold: 30, lost: 1 },
  { shop: 'Basel', sold: null, lost: 2 },
])
const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])
const cpu = new SeriesBuilder().add({ mode: 'user' }, [0], [1]).add({ mode: 'idle' }, [0], [NaN]).build()

testPanel(barchart, {
  options: { ...options, barRadius: 0.2, stacking: 'percent' },
  cases: {
    'a table': { frames: [shops], shows: 'Bars of 2 names. Bern: sold 30%, lost 1; Basel: sold –, lost 2.' },
    series: { frames: [cpu], shows: 'user: 1; idle: –.' },
    zeros: { frames: [Shops.fromRows([{ shop: 'a', sold: 0, lost: 0 }])], shows: 'a: sold 0%' },
    'a table without rows': { frames: [Shops.fromRows([])], shows: 'No bars.' },
    'a frame without numbers': { frames: [words], shows: 'No bars to draw' },
  },
})

describe('bar chart panel', () => {
  let restore: () => void
  beforeAll(() => {
    restore = fakeCanvas()
  })
  afterAll(() => restore())

  const show = (patch: Partial<Options> = {}, config = {}) => {
    const fieldConfig = { defaults: config, overrides: [] }
    const props = testPanelProps({ ...options, ...patch }, [shops], { fieldConfig })
    return mount(BarchartPanel, { props, attachTo: document.body })
  }
  const press = (view: ReturnType<typeof show>, key: string) =>
    view.get('[role="application"]').trigger('keydown', { key })
  const card = () => document.querySelector('.o-chart-tooltip')

  it('tells bar by bar by keys, with all bars of the group in its card', async () => {
    const view = show()
    const said: string[] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'PageDown', 'ArrowLeft']) {
      await press(view, key)
      said.push(view.get('[aria-live]').text())
    }
    expect(said).toEqual(['Bern, sold 30%', 'Bern, lost 1', 'Basel, lost 2', 'Bern, lost 1'])
    expect(card()?.textContent).toBe('Bernsold30%lost1')
    await press(view, 'Escape')
    expect(card()).toBe(null)
    view.unmount()
  })

  it('keeps a card open whose links can be followed', async () => {
    const links = [
      { title: 'Shop', url: 'https://example.org/${__field.labels.shop}' },
      { title: 'Bad', url: 'javascript:alert(1)' },
    ]
    const view = show({}, { links })
    await press(view, 'ArrowRight')
    expect(card()?.querySelector('a')).toBe(null)
    await press(view, 'Enter')
    expect([...card()!.querySelectorAll('a')].map((link) => link.href)).toEqual(['https://example.org/Bern'])
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await view.vm.$nextTick()
    expect(card()).toBe(null)
    view.unmount()
  })

  it('offers the actions of a bar in a card that is kept open', async () => {
    const ran: unknown[] = []
    const page = { ...detachedPage, act: (_: FieldAction, { labels }: LinkContext) => void ran.push(labels?.['shop']) }
    const actions = [{ title: 'Close the shop', method: 'POST' as const, url: 'https://example.org/close' }]
    const view = show({}, { actions })
    await view.setProps({ page })
    await press(view, 'ArrowRight')
    await press(view, 'Enter')
    card()!.querySelector<HTMLElement>('.o-action')!.click()
    await view.vm.$nextTick()
    expect([ran, card()]).toEqual([['Bern'], null])
    view.unmount()
  })

  it('switches groups off by its legend', async () => {
    const view = show({ legend: { ...options.legend, mode: 'table', values: ['max'] } })
    expect(view.get('table').text()).toContain('Highest')
    await view.getComponent(ChartLegend).vm.$emit('update:hidden', new Set([0]))
    await press(view, 'ArrowRight')
    expect(view.get('[aria-live]').text()).toBe('Bern, lost 1')
    view.unmount()
  })

  it('hides a field from the chart, the legend or the tooltip', async () => {
    const hiddenFrom = async (place: 'viz' | 'legend' | 'tooltip') => {
      const matcher = { type: 'byName' as const, name: 'lost' }
      const override = { matcher, properties: { custom: { hideFrom: { [place]: true } } } }
      const fieldConfig = { defaults: {}, overrides: [override] }
      const view = mount(BarchartPanel, {
        props: testPanelProps(options, [shops], { fieldConfig }),
        attachTo: document.body,
      })
      await press(view, 'ArrowRight')
      const seen = [view.findAll('.o-legend-name').map((name) => name.text()), card()?.textContent]
      view.unmount()
      return seen
    }
    expect([await hiddenFrom('viz'), await hiddenFrom('legend'), await hiddenFrom('tooltip')]).toEqual([
      [['sold', 'lost'], 'Bernsold30%'],
      [[], 'Bernsold30%lost1'],
      [['sold', 'lost'], 'Bernsold30%'],
    ])
  })

  it('draws each style of field', () => {
    const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 2, color: 'red' }] }
    for (const gradientMode of ['opacity', 'hue', 'scheme'])
      for (const color of [
        { type: 'thresholds' as const },
        { type: 'continuous' as const, scheme: 'viridis' as const },
      ]) {
        const custom = { gradientMode, axisBorderShow: true, axisColorMode: 'series', axisLabel: 'Sold' }
        const view = show({ orientation: 'horizontal', text: { title: 20, value: 9 } }, { color, thresholds, custom })
        expect(view.find('canvas').exists()).toBe(true)
        view.unmount()
      }
  })

  it.each([{ barWidth: 0 }, { stacking: 'high' }, { xTicks: { rotation: 91 } }, { calculation: 'luck' }])(
    'refuses %o as options',
    (wrong) => {
      expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
    },
  )
})
