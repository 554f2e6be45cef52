// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  detachedPage,
  json,
  number,
  SeriesBuilder,
  text,
  type FieldAction,
  type FieldConfig,
  type Frame,
  type LinkContext,
  type PanelPage,
} from '@orrery/sdk'
import { testPanelProps } from '@orrery/testing/panel'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { Options } from '../../options.ts'
import TablePanel from '../TablePanel.vue'
import { readableOn } from './contrast.ts'
import { toFilled } from './gauge.ts'
import { itemsOf } from './pills.ts'
import { toSparkPath } from './sparkline.ts'

// All options that are required have defaults.
const options = defaultsOf(Options) as Options
let view: VueWrapper | undefined
afterEach(() => view?.unmount())
function show(frame: Frame, defaults: FieldConfig) {
  const props = testPanelProps(options, [frame], { fieldConfig: { defaults, overrides: [] } })
  view = mount(TablePanel, { props, attachTo: document.body })
  return view
}
const cell = (type: string, patch: object = {}): FieldConfig => ({ custom: { cell: { type, ...patch } } })
const texts = (...values: (string | null)[]) => defineTable({ a: text() }).fromRows(values.map((a) => ({ a })))
const numbers = (...values: (number | null)[]) => defineTable({ a: number() }).fromRows(values.map((a) => ({ a })))

it('fills a gauge from zero, or from the end that is nearest', () => {
  expect(toFilled(5, { min: 0, max: 10 })).toEqual({ start: 0, size: 50 })
  expect(toFilled(-5, { min: -10, max: 10 })).toEqual({ start: 25, size: 25 })
  expect(toFilled(15, { min: 10, max: 20 })).toEqual({ start: 0, size: 50 })
  expect(toFilled(99, { min: 0, max: 10 })).toEqual({ start: 0, size: 100 })
  expect(toFilled(5, { min: 5, max: 5 })).toEqual({ start: 0, size: 0 })
})

it('draws gauges with their numbers, and nothing where there is none', () => {
  const drawn = show(numbers(50, null), { ...cell('gauge', { fill: 'lcd' }), min: 0, max: 100 })
  const fills = drawn.findAll<HTMLElement>('.table-gauge-fill')
  expect(fills.map(({ element }) => element.style.inlineSize)).toEqual(['50%'])
  expect(drawn.findAll('[role=gridcell]').map((each) => each.text())).toEqual(['50', '–'])
})

it('draws the course of a series, and of numbers in a cell', () => {
  const series = new SeriesBuilder({ refId: 'A' }).add({ mode: 'user' }, [0, 1000], [1, 2]).build()
  const drawn = show(series, cell('sparkline'))
  expect(drawn.findAll('.table-spark-path').length).toBe(1)
  drawn.unmount()
  const lists = defineTable({ a: json() }).fromRows([{ a: [1, 2, null, 4] }, { a: 'text' }])
  const paths = show(lists, cell('sparkline')).findAll('.table-spark-path')
  expect(paths.map((path) => path.attributes('d')!.match(/M/g)!.length)).toEqual([2])
})

it('draws a course with its times, as the field asks for it', () => {
  const course = { times: [0, 1000, 9000], values: [1, null, 3] }
  const frame = defineTable({ a: json({ config: cell('sparkline') }) }).fromRows([
    { a: course },
    { a: { times: [0], values: [] } },
  ])
  const drawn = show(frame, {})
  expect(drawn.findAll('.table-spark-path').map((path) => path.attributes('d')?.match(/M/g)?.length)).toEqual([2])
  expect(drawn.find('.table-spark-text').text()).toBe('3')
})

it('keeps the lowest and highest value of each pixel of a course', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, k) => (k === 5000 ? 1000 : k % 2))
  const { line } = toSparkPath({ times: Float64Array.from(values.keys()), values }, { width: 100, height: 20 })
  expect(line.split('L').length).toBeLessThan(1000)
  expect(line).toContain(' 1L')
  expect(toSparkPath({ times: new Float64Array(0), values: new Float64Array(0) }, { width: 9, height: 9 }).line).toBe(
    '',
  )
})

it('shows pills of lists and of texts with commas', () => {
  expect([itemsOf('a, b,,c'), itemsOf(['x', null, 1]), itemsOf(null)]).toEqual([['a', 'b', 'c'], ['x', '1'], []])
  const drawn = show(texts('prod, eu'), cell('pill'))
  expect(drawn.findAll('.table-pill').map((pill) => pill.text())).toEqual(['prod', 'eu'])
})

it('links a cell: by its one link, by a menu of several, and by the address that it holds', () => {
  const one = { title: 'Pod', url: '/d/pod?x=${__value.raw}' }
  const drawn = show(texts('a&b'), { links: [one] })
  expect(drawn.get('a.table-link').attributes('href')).toBe('/d/pod?x=a%26b')
  drawn.unmount()
  const several = show(texts('a'), { links: [one, { title: 'Other', url: 'https://other.example' }] })
  expect(several.get('button.table-link').attributes('aria-haspopup')).toBe('menu')
  several.unmount()
  const own = show(texts('https://a.example/x', 'javascript:alert(1)'), cell('links'))
  expect(own.findAll('a').map((link) => link.attributes('href'))).toEqual(['https://a.example/x'])
})

it('offers actions as buttons, and beside links in a menu, where the page runs them', async () => {
  const ran: string[] = []
  const act = ({ title }: FieldAction, { value }: LinkContext) => void ran.push(`${title} ${value?.text}`)
  const actions = [{ title: 'Restart ${__value.raw}', method: 'POST' as const, url: 'https://ops.example/' }]
  const open = (defaults: FieldConfig, page: PanelPage) => {
    const props = testPanelProps(options, [texts('api')], { fieldConfig: { defaults, overrides: [] }, page })
    view = mount(TablePanel, { props, attachTo: document.body })
    return view
  }
  const buttons = open({ ...cell('actions'), actions }, { ...detachedPage, act })
  await buttons.get('.o-action').trigger('click')
  expect([buttons.get('.o-action').text(), ran]).toEqual(['Restart api', ['Restart ${__value.raw} api']])
  buttons.unmount()
  const menu = open({ actions }, { ...detachedPage, act })
  expect(menu.get('button.table-link').attributes('aria-haspopup')).toBe('menu')
  menu.unmount()
  expect(open({ actions }, detachedPage).find('button.table-link').exists()).toBe(false)
})

it('shows pictures of this host, and links to those of others', () => {
  const drawn = show(
    texts('/logo.svg', 'https://else.where/a.png', 'javascript:alert(1)'),
    cell('image', { alt: 'Logo' }),
  )
  expect(drawn.findAll('img').map((image) => [image.attributes('src'), image.attributes('alt')])).toEqual([
    ['/logo.svg', 'Logo'],
  ])
  expect(drawn.findAll('a').map((link) => link.text())).toEqual(['Logo'])
})

it('shows markdown', async () => {
  const drawn = show(texts('**bold**'), cell('markdown'))
  await vi.waitFor(() => expect(drawn.find('strong').text()).toBe('bold'), 10_000)
})

it('writes so that it can be read on any colour', () => {
  expect([readableOn('#fff'), readableOn('#2f5fe0'), readableOn('#000000')]).toEqual(['#000', '#fff', '#fff'])
})

it('opens the rows that a cell holds, by keyboard too', async () => {
  const frame = defineTable({ host: text(), rows: json() }).fromRows([
    {
      host: 'a',
      rows: [
        { time: '1970-01-01T00:00:01.000Z', value: 1.5 },
        { time: null, value: 2, note: { x: 1 } },
      ],
    },
    { host: 'b', rows: [] },
    { host: 'c', rows: 'none' },
  ])
  const grid = show(frame, cell('rows')).get('[role=grid]')
  const buttons = grid.findAll('.table-rows-button')
  expect(buttons.map((button) => [button.text(), button.attributes('disabled') !== undefined])).toEqual([
    ['2 rows', false],
    ['0 rows', true],
  ])
  await grid.trigger('keydown', { key: 'ArrowRight' })
  await grid.trigger('keydown', { key: 'Enter' })
  const [first] = buttons
  expect(document.activeElement).toBe(first!.element)
  // A browser presses the button that has the focus.
  await first!.trigger('click')
  expect(first!.attributes('aria-expanded')).toBe('true')
  const inside = grid.get('.table-rows-inside')
  expect(inside.findAll('tr').map((row) => row.findAll('th, td').map((one) => one.text()))).toEqual([
    ['time', 'value', 'note'],
    ['1970-01-01 00:00:01', '1.5', '–'],
    ['–', '2', '{"x":1}'],
  ])
  await first!.trigger('click')
  expect(grid.find('.table-rows-inside').exists()).toBe(false)
})
