// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, onErrorCaptured } from 'vue'
import type { TimeChartSeries } from './series.ts'
import TimeChart from './TimeChart.vue'

enableAutoUnmount(afterEach)
// This page has no canvas; uPlot measures and strokes on one.
beforeEach(() => {
  const context = new Proxy(
    {},
    { get: (_, key) => (key === 'measureText' ? () => ({ width: 10 }) : () => {}), set: () => true },
  )
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as unknown as null)
  vi.stubGlobal(
    'Path2D',
    class {
      addPath() {}
      arc() {}
      closePath() {}
      lineTo() {}
      moveTo() {}
      rect() {}
    },
  )
  vi.stubGlobal('matchMedia', () => ({ addEventListener: () => {}, removeEventListener: () => {} }))
})
afterEach(() => void vi.unstubAllGlobals())

const f = (...values: number[]) => Float64Array.from(values)
const series = (name: string, times: Float64Array, values: Float64Array) => ({ name, color: 'red', times, values })
const props = {
  range: { from: 0, to: 2000 },
  timeZone: 'UTC',
  width: 400,
  height: 200,
  summary: 'Two lines',
  theme: 'dark' as const,
}

type Props = Partial<InstanceType<typeof TimeChart>['$props']>

async function draw(lines: readonly TimeChartSeries[], other: Props = {}) {
  const chart = mount(TimeChart, { props: { ...props, ...other, series: lines }, attachTo: document.body })
  await nextFrame()
  return chart
}
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** What is said when a key is pressed, without the time. */
async function press(chart: Awaited<ReturnType<typeof draw>>, ...keys: string[]) {
  const said: string[] = []
  for (const key of keys) {
    await chart.find('[aria-label="Two lines"]').trigger('keydown', { key })
    said.push(
      chart
        .find('[aria-live]')
        .text()
        .replace(/^[^,]*, /, ''),
    )
  }
  return said
}

it('is read by the keys up and down where time runs downwards', async () => {
  const chart = await draw([series('a', f(0, 1000, 2000), f(1, 2, 3))], { orientation: 'vertical' })
  expect(await press(chart, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowRight')).toEqual(['a 1', 'a 2', 'a 1', 'a 1'])
})

it('is read point by point where each is one step', async () => {
  const lines = [series('a', f(0, 10, 1900), f(1, 2, 3)), series('b', f(10), f(4))]
  const chart = await draw(lines, { timeScale: 'ordinal', moreTimeZones: ['Asia/Tokyo'] })
  expect(await press(chart, 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual(['a 1', 'a 2, b 4', 'a 3'])
  await chart.setProps({ series: [series('a', f(0, 1900, 1950), f(1, 2, 3))] })
  await nextFrame()
  expect(await press(chart, 'ArrowRight')).toEqual(['a 3'])
})

it('tells by keys what stands at a time, leaving out what is missing', async () => {
  const times = f(0, 1000, 2000)
  const chart = await draw([series('a', times, f(1, 2, 3)), series('b', times, f(4, NaN, 6))])
  expect(await press(chart, 'ArrowRight', 'ArrowRight', 'PageDown', 'ArrowLeft')).toEqual([
    'a 1, b 4',
    'a 2',
    'a 3, b 6',
    'a 2',
  ])
})

it('goes by keys from point to point of all series, and tells the nearest of each', async () => {
  const chart = await draw([series('a', f(0, 1000, 2000), f(1, 2, 3)), series('b', f(0, 1400), f(4, 5))])
  expect(await press(chart, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual([
    'a 1, b 4',
    'a 2, b 5',
    'a 2, b 5',
    'a 3, b 5',
  ])
})

it('draws what comes in a later frame', async () => {
  const row = f(1, 2, 3, 4)
  const times = f(0, 500, 1000, 1500)
  const chart = await draw([series('a', times.subarray(0, 2), row.subarray(0, 2))])
  await chart.setProps({ series: [series('a', times.subarray(1, 4), row.subarray(1, 4))] })
  await nextFrame()
  expect(await press(chart, 'ArrowRight', 'PageDown')).toEqual(['a 2', 'a 4'])
})

it('throws what fails in a frame where the one who uses it can catch it', async () => {
  const caught: unknown[] = []
  const formatTicks = () => {
    throw new Error('no text')
  }
  const parent = defineComponent({
    setup() {
      onErrorCaptured((error) => {
        caught.push(error.message)
        return false
      })
      return () => h(TimeChart, { ...props, series: [series('a', f(0, 1), f(1, 2))], axes: [{ formatTicks }] })
    },
  })
  mount(parent, { attachTo: document.body })
  await nextFrame()
  await flushPromises()
  expect(caught).toEqual(['no text'])
})

it('shows a range twice as long after a double click', async () => {
  const chart = await draw([series('a', f(0, 2000), f(1, 2))])
  await chart.find('.u-over').trigger('dblclick')
  expect(chart.emitted('zoom')).toEqual([[{ from: -1000, to: 3000 }]])
})

it('moves the range where its time axis is dragged to, and not by a click', async () => {
  const chart = await draw([series('a', f(0, 2000), f(1, 2))])
  const [axis] = chart.findAll('.u-axis')
  vi.spyOn(axis!.element, 'setPointerCapture').mockReturnValue()
  vi.spyOn(chart.find('.u-over').element, 'clientWidth', 'get').mockReturnValue(200)
  const drag = async (to: number) => {
    for (const [type, clientX] of [
      ['pointerdown', 100],
      ['pointermove', to],
      ['pointerup', to],
    ] as const)
      await axis!.trigger(type, { button: 0, clientX, pointerId: 1 })
  }
  await drag(102)
  expect(chart.emitted('zoom')).toBeUndefined()
  await drag(50)
  expect(chart.emitted('zoom')).toEqual([[{ from: 500, to: 2500 }]])
})
