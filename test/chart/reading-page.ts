// Runs in Chromium: three charts of one group, of series that do not share their times; the last runs downwards.
import { TimeChart, type TimeChartSeries } from '@orrery/ui'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h } from 'vue'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const series = (name: string, step: number, value: (k: number) => number): TimeChartSeries => {
  const times = Float64Array.from({ length: HOUR / step + 1 }, (_, k) => k * step)
  return { name, color: '#7aa2ff', times, values: times.map((_, k) => value(k)) }
}
const charts = [
  [
    series('each minute', MINUTE, (k) => k),
    series('each quarter', 15 * MINUTE, (k) => 100 + k),
    series('with a hole', MINUTE, (k) => (k > 20 && k < 40 ? NaN : 200 + k)),
  ],
  [series('alone', MINUTE, (k) => k)],
  [series('upright', MINUTE, (k) => k)],
]

createApp(() =>
  charts.map((lines, k) =>
    h(TimeChart, {
      key: k,
      series: lines,
      width: 800,
      height: 300,
      range: { from: 0, to: HOUR },
      timeZone: 'UTC',
      theme: 'dark',
      summary: `chart ${k}`,
      cursorGroup: 'all',
      orientation: k === 2 ? 'vertical' : 'horizontal',
    }),
  ),
).mount(document.body.appendChild(document.createElement('div')))
