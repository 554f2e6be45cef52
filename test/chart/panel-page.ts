// Runs in Chromium: the time series panel alone, with the data and options that a test asks for.
import { Annotations, detachedPage, type FieldConfigSource, number, SeriesBuilder, withDefaults } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, shallowRef, type App } from 'vue'
import { Options } from '../../plugins/panel-timeseries/src/options.ts'
import TimeseriesPanel from '../../plugins/panel-timeseries/src/ui/TimeseriesPanel.vue'

export interface PanelCase {
  /** Values of each series, one a minute; null is missing. */
  readonly series: Readonly<Record<string, readonly (number | null)[]>>
  /** Minutes of the values, instead of one a minute. */
  readonly minutes?: readonly number[]
  readonly custom?: Record<string, unknown>
  readonly fieldConfig?: Partial<FieldConfigSource>
  readonly options?: Record<string, unknown>
  readonly theme?: 'dark' | 'light'
  readonly width?: number
  /** Moments that annotations mark, in minutes. */
  readonly marks?: readonly number[]
}

/** What is drawn in a colour: how many pixels, and between which rows and columns of the canvas. */
export interface Ink {
  readonly pixels: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MINUTE = 60_000
let app: App | undefined
const zooms = shallowRef<readonly number[]>([])

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

async function showPanel(test: PanelCase): Promise<void> {
  const { series, custom = {}, fieldConfig = {}, options = {}, theme = 'dark', width = 800, marks = [] } = test
  app?.unmount()
  document.documentElement.classList.toggle('light', theme === 'light')
  const builder = new SeriesBuilder({ fields: { value: number() } })
  const timeOf = (k: number) => (test.minutes?.[k] ?? k) * MINUTE
  let longest = 0
  for (const [name, values] of Object.entries(series)) {
    longest = Math.max(longest, values.length)
    builder.add(
      { name },
      values.map((_, k) => timeOf(k)),
      values,
    )
  }
  const annotations = Annotations.fromRows(marks.map((at) => ({ time: at * MINUTE, title: 'Deploy' })))
  const props = {
    options: withDefaults(Options, options) as Options,
    frames: [builder.build()],
    annotations: marks.length > 0 ? [annotations] : [],
    fieldConfig: { overrides: [], ...fieldConfig, defaults: { custom, ...fieldConfig.defaults } },
    range: { from: 0, to: timeOf(longest - 1) },
    timeZone: 'UTC',
    variables: {},
    width,
    height: 300,
    theme,
    page: {
      ...detachedPage,
      zoom: ({ from, to }: { from: number; to: number }) => void (zooms.value = [from / MINUTE, to / MINUTE]),
    },
  }
  app = createApp(() => h(TimeseriesPanel, props))
  app.mount('#panel')
  for (let k = 0; k < 4; k++) await frame()
}

/** The pixels of a colour, such as `#ff0000`, to a few steps of 255. */
function inkOf(color: string): Ink {
  const canvas = document.querySelector<HTMLCanvasElement>('.o-time-chart canvas')!
  const { width, height } = canvas
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  let [pixels, top, bottom, left, right] = [0, Infinity, -1, Infinity, -1]
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 200 || wanted.some((channel, k) => Math.abs(channel - data[i + k]!) > 10)) continue
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)]
    pixels++
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    left = Math.min(left, x)
    right = Math.max(right, x)
  }
  return { pixels, top, bottom, left, right }
}

const page = { showPanel, inkOf, zoomed: () => zooms.value }
declare global {
  var panelPage: typeof page
}
globalThis.panelPage = page
