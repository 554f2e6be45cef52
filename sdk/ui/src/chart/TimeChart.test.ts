// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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

const times = new Float64Array([0, 1000, 2000])

it('tells by keys what stands at a time, leaving out what is missing', async () => {
  const series = [
    { name: 'a', color: 'red', times, values: new Float64Array([1, 2, 3]) },
    { name: 'b', color: 'blue', times, values: new Float64Array([4, NaN, 6]) },
  ]
  const chart = mount(TimeChart, {
    props: {
      series,
      range: { from: 0, to: 2000 },
      timeZone: 'UTC',
      width: 400,
      height: 200,
      summary: 'Two lines',
      theme: 'dark',
    },
    attachTo: document.body,
  })
  await flushPromises()
  const said: string[] = []
  for (const key of ['ArrowRight', 'ArrowRight']) {
    await chart.find('[aria-label="Two lines"]').trigger('keydown', { key })
    said.push(
      chart
        .find('[aria-live]')
        .text()
        .replace(/^[^,]*, /, ''),
    )
  }
  expect(said).toEqual(['a 1, b 4', 'a 2'])
})
