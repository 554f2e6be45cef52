// Runs in Chromium: panels of single values whose series are replaced, as on each refresh.
import { defaultsOf, detachedPage, number, SeriesBuilder, type SeriesFrame, type TSchema } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, nextTick, shallowRef, type App, type Component } from 'vue'
import { Options as BarGaugeOptions } from '../../../plugins/panel-bargauge/src/options.ts'
import BarGaugePanel from '../../../plugins/panel-bargauge/src/ui/BarGaugePanel.vue'
import { Options as GaugeOptions } from '../../../plugins/panel-gauge/src/options.ts'
import GaugePanel from '../../../plugins/panel-gauge/src/ui/GaugePanel.vue'
import { Options as StatOptions } from '../../../plugins/panel-stat/src/options.ts'
import StatPanel from '../../../plugins/panel-stat/src/ui/StatPanel.vue'

const panels: Readonly<Record<PanelName, { readonly view: Component; readonly options: TSchema }>> = {
  stat: { view: StatPanel, options: StatOptions },
  gauge: { view: GaugePanel, options: GaugeOptions },
  bargauge: { view: BarGaugePanel, options: BarGaugeOptions },
}
export type PanelName = 'stat' | 'gauge' | 'bargauge'

export interface ValuesBench {
  /** Shows a panel of series with so many points in all. */
  readonly open: (panel: PanelName, series: number, points: number) => Promise<void>
  /** Milliseconds of a refresh with new data to the changed page, and of one loop over the same values. */
  readonly refresh: () => Promise<{ readonly ours: number; readonly floor: number }>
}

const SERIES_MS = 3_600_000
const root = document.body.appendChild(document.createElement('div'))
const frames = shallowRef<readonly SeriesFrame[]>([])
let app: App | undefined
let shape = { series: 1, points: 1 }
let run = 0

function makeFrame(): SeriesFrame {
  run++
  const builder = new SeriesBuilder({ fields: { value: number({ unit: 'percent' }) } })
  const length = shape.points / shape.series
  const times = Float64Array.from({ length }, (_, k) => (k * SERIES_MS) / length)
  for (let i = 0; i < shape.series; i++)
    builder.add(
      { host: `host-${i}` },
      times,
      times.map((_, k) => 50 + 40 * Math.sin(k / 50 + i + run)),
    )
  return builder.build()
}

async function open(panel: PanelName, series: number, points: number) {
  app?.unmount()
  shape = { series, points }
  frames.value = [makeFrame()]
  const { view, options } = panels[panel]
  const steps = [{ color: 'green' }, { value: 50, color: 'red' }]
  const props = {
    options: defaultsOf(options),
    annotations: [],
    variables: {},
    fieldConfig: { defaults: { thresholds: { mode: 'absolute', steps } }, overrides: [] },
    range: { from: 0, to: SERIES_MS },
    timeZone: 'UTC',
    width: 800,
    height: 400,
    theme: 'dark',
    page: detachedPage,
  }
  app = createApp({ render: () => h(view, { ...props, frames: frames.value }) })
  app.mount(root)
  await nextTick()
  if (document.querySelectorAll('li').length !== series) throw new Error('Not every series is shown.')
}

function highestOf({ values }: { readonly values: Float64Array }) {
  let highest = -Infinity
  for (const value of values) if (value > highest) highest = value
  return highest
}

async function refresh() {
  const next = makeFrame()
  const before = document.body.textContent
  const start = performance.now()
  frames.value = [next]
  await nextTick()
  const drawn = performance.now()
  const highest = highestOf(next.numbers())
  const floor = performance.now() - drawn
  if (document.body.textContent === before || Number.isNaN(highest)) throw new Error('Nothing has changed.')
  return { ours: drawn - start, floor }
}

const bench: ValuesBench = { open, refresh }
Object.assign(globalThis, { bench })
