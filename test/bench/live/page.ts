// Runs in Chromium: the time series panel, drawn each frame from a window that a thousand ticks a second go into.
import { LiveSeries, number } from '@orrery/frames'
import { defaultsOf, detachedPage, type Frame } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, shallowRef } from 'vue'
import { Options } from '../../../plugins/panel-timeseries/src/options.ts'
import TimeseriesPanel from '../../../plugins/panel-timeseries/src/ui/TimeseriesPanel.vue'
import { firstFrame, tickAt, TICKS_A_FRAME, WINDOW } from './ticks.ts'

export interface LiveBench {
  /** Milliseconds from the start of each frame until the screen is told of it. */
  readonly run: (frames: number) => Promise<{ readonly busy: number[]; readonly drawn: number }>
}

const series = Number(new URLSearchParams(location.hash.slice(1)).get('series'))
const live = new LiveSeries({ window: WINDOW, value: number({ unit: 'percent' }) })
live.replace(0, firstFrame(series))
const frames = shallowRef<readonly Frame[]>([live.view()])
const range = shallowRef({ from: -WINDOW, to: 0 })
// All options have defaults.
const options = defaultsOf(Options) as Options

let drawn = 0
const wipe = CanvasRenderingContext2D.prototype.clearRect
CanvasRenderingContext2D.prototype.clearRect = function (...area) {
  drawn++
  wipe.apply(this, area)
}

const render = () =>
  h(TimeseriesPanel, {
    options,
    frames: frames.value,
    annotations: [],
    variables: {},
    fieldConfig: { defaults: {}, overrides: [] },
    range: range.value,
    timeZone: 'UTC',
    width: 1200,
    height: 400,
    theme: 'dark',
    page: detachedPage,
  })
createApp({ render }).mount(document.body.appendChild(document.createElement('div')))

let tick = 0
const rows = Array.from({ length: series }, (_, row) => row)
function takeTicks() {
  for (let k = 0; k < TICKS_A_FRAME; k++) {
    const { time, values } = tickAt(tick++, series)
    if (!live.append({ sequence: tick, time, added: [], rows, values })) throw new Error('A tick was lost.')
  }
  frames.value = [live.view()]
  range.value = { from: tick - WINDOW, to: tick }
}

const bench: LiveBench = {
  run: (count) =>
    new Promise((resolve) => {
      const busy: number[] = []
      const before = drawn
      const after = new MessageChannel()
      let start = 0
      after.port1.addEventListener('message', () => {
        busy.push(performance.now() - start)
        if (busy.length === count) resolve({ busy, drawn: drawn - before })
      })
      after.port1.start()
      const draw = () => {
        start = performance.now()
        takeTicks()
        // This stands before the callbacks of whoever asks for this frame later; the message after all of them.
        if (busy.length + 1 < count) requestAnimationFrame(draw)
        after.port2.postMessage(undefined)
      }
      requestAnimationFrame(draw)
    }),
}
Object.assign(globalThis, { bench })
