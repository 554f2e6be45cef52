// Runs in Chromium: a page of charts, and the time series panel with more series than it draws.
import { defaultsOf, detachedPage, type Frame, type Notice, number, SeriesBuilder } from '@orrery/sdk'
import { TimeChart, type TimeChartSeries } from '@orrery/ui'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, shallowRef, type App } from 'vue'
import { Options } from '../../../plugins/panel-timeseries/src/options.ts'
import TimeseriesPanel from '../../../plugins/panel-timeseries/src/ui/TimeseriesPanel.vue'

export interface PanelsBench {
  /** Shows charts of ten series each; gives how many are on the screen. */
  readonly showCharts: (shape: ChartsShape) => Promise<number>
  /** Gives all charts another range: in which frame after that each was drawn, those on the screen first. */
  readonly changeRange: () => Promise<{ readonly seen: number[]; readonly others: number[] }>
  /** Moves the pointer over the first chart. */
  readonly movePointer: (moves: number) => void
  readonly makeFrame: (series: number, points: number) => void
  /** Shows the time series panel with the frame, and has drawn it. */
  readonly showPanel: () => Promise<void>
  /** Makes two frames of so many points in all, in ten series drawn so, to take turns. */
  readonly makeUpdates: (points: number, custom: Record<string, unknown>) => void
  /** Gives the panel the other of the two, and has drawn it. */
  readonly updatePanel: () => Promise<void>
  /** Zooms it, and has drawn it. */
  readonly zoomPanel: () => Promise<void>
  /** What the panel has to say, how many series it draws and how many entries its legend has. */
  readonly panelState: () => { readonly notices: string[]; readonly summary: string; readonly legend: number }
  readonly close: () => void
}

export interface ChartsShape {
  readonly count: number
  readonly columns: number
  readonly width: number
  readonly height: number
}

const SERIES = 10
const POINTS = 1000
const HOUR = 3_600_000

let app: App | undefined
const range = shallowRef({ from: 0, to: HOUR })

/** Frames since the page was opened; this callback stands before those of whoever asks for a frame later. */
let frame = 0
const count = () => {
  frame++
  requestAnimationFrame(count)
}
requestAnimationFrame(count)
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** In which frame each canvas was last wiped, which is how uPlot begins to draw. */
const drawnIn = new Map<HTMLCanvasElement, number>()
const wipe = CanvasRenderingContext2D.prototype.clearRect
CanvasRenderingContext2D.prototype.clearRect = function (...area) {
  if (this.canvas instanceof HTMLCanvasElement) drawnIn.set(this.canvas, frame)
  wipe.apply(this, area)
}

async function until(isTrue: () => boolean) {
  for (let k = 0; k < 600; k++) {
    if (isTrue()) return
    await nextFrame()
  }
  throw new Error('Nothing was drawn in 600 frames.')
}

function wave(length: number, seed: number, step: number): Float64Array {
  const values = new Float64Array(length)
  for (let k = 0, random = seed + 1; k < length; k++) {
    random = (random * 16_807) % 2_147_483_647
    values[k] = 50 + 30 * Math.sin((k * step) / 600_000 + seed) + random / 2_147_483_647
  }
  return values
}

const root = document.body.appendChild(document.createElement('div'))

function open(render: () => unknown) {
  close()
  range.value = { from: 0, to: HOUR }
  app = createApp({ render })
  app.mount(root)
}

function close() {
  app?.unmount()
  app = undefined
  drawnIn.clear()
}

const canvases = () => [...document.querySelectorAll('canvas')]
const isSeen = (canvas: Element) => canvas.getBoundingClientRect().top < innerHeight

async function showCharts({ count: charts, columns, width, height }: ChartsShape) {
  const step = HOUR / POINTS
  const times = Float64Array.from({ length: POINTS }, (_, k) => k * step)
  const all = Array.from({ length: charts }, (_, chart) =>
    Array.from({ length: SERIES }, (_, i): TimeChartSeries => ({
      name: `series ${i}`,
      color: `#${((i + 3) * 1_500_007).toString(16).padStart(6, '0').slice(-6)}`,
      times,
      values: wave(POINTS, chart * SERIES + i, step),
    })),
  )
  open(() =>
    h(
      'div',
      { style: { display: 'grid', gridTemplateColumns: `repeat(${columns}, ${width}px)` } },
      all.map((series, k) =>
        h(TimeChart, {
          key: k,
          series,
          width,
          height,
          range: range.value,
          timeZone: 'UTC',
          theme: 'dark',
          summary: `chart ${k}`,
          cursorGroup: 'page',
        }),
      ),
    ),
  )
  await until(() => canvases().length === charts && canvases().every((canvas) => drawnIn.has(canvas)))
  return canvases().filter(isSeen).length
}

async function changeRange() {
  await nextFrame()
  drawnIn.clear()
  const asked = frame
  range.value = range.value.from === 0 ? { from: HOUR / 8, to: HOUR } : { from: 0, to: HOUR }
  const all = canvases()
  await until(() => all.every((canvas) => drawnIn.has(canvas)))
  const framesOf = (some: readonly HTMLCanvasElement[]) => some.map((canvas) => drawnIn.get(canvas)! - asked)
  return {
    seen: framesOf(all.filter(isSeen)),
    others: framesOf(all.filter((canvas) => !isSeen(canvas))),
  }
}

let place = 0

function movePointer(moves: number) {
  const over = document.querySelector('.u-over')!
  const { left, top, width, height } = over.getBoundingClientRect()
  for (let k = 0; k < moves; k++) {
    place = (place + 7) % 100
    const at = { clientX: left + (width * (place + 1)) / 102, clientY: top + height / 2, movementX: 7, bubbles: true }
    over.dispatchEvent(new MouseEvent('mousemove', at))
  }
  checkCursors()
}

/** All charts have their cursors at one place; the first has a mark on each line, and a tooltip. */
function checkCursors() {
  const places = new Set([...document.querySelectorAll<HTMLElement>('.u-cursor-x')].map((one) => one.style.transform))
  const marks = [...document.querySelectorAll<HTMLElement>('.u-cursor-pt:not(.u-off)')]
  const rows = document.querySelectorAll('.o-chart-tooltip:not([hidden]) .o-tooltip-row').length
  if (places.size !== 1 || marks.length !== SERIES || rows !== SERIES)
    throw new Error(`The cursors are at ${places.size} places with ${marks.length} marks, and ${rows} rows are told.`)
}

const notices: string[] = []

const made = shallowRef<Frame>()
const custom = shallowRef<Record<string, unknown>>({})
let turns: readonly [Frame, Frame] | undefined

function frameOf(series: number, points: number, seed = 0): Frame {
  const builder = new SeriesBuilder({ fields: { value: number({ unit: 'short' }) } })
  const times = Float64Array.from({ length: points }, (_, k) => (k * HOUR) / points)
  for (let i = 0; i < series; i++)
    builder.add({ pod: `pod-${i}`, node: `node-${i % 50}` }, times, wave(points, i + seed, HOUR / points))
  return builder.build()
}

function makeFrame(series: number, points: number) {
  custom.value = {}
  made.value = frameOf(series, points)
  close()
}

function makeUpdates(points: number, drawn: Record<string, unknown>) {
  custom.value = drawn
  turns = [frameOf(SERIES, points / SERIES), frameOf(SERIES, points / SERIES, 1)]
  made.value = turns[0]
  close()
}

async function updatePanel() {
  drawnIn.clear()
  made.value = made.value === turns![0] ? turns![1] : turns![0]
  await until(() => canvases().some((canvas) => drawnIn.has(canvas)))
}

async function showPanel() {
  notices.length = 0
  const props = {
    // All options have defaults.
    options: defaultsOf(Options) as Options,
    annotations: [],
    fieldConfig: { defaults: { custom: custom.value }, overrides: [] },
    variables: {},
    timeZone: 'UTC',
    width: 1200,
    height: 500,
    theme: 'dark' as const,
    page: {
      ...detachedPage,
      notify: (said: readonly Notice[]) => void notices.splice(0, notices.length, ...said.map(({ text }) => text)),
    },
  }
  open(() => h(TimeseriesPanel, { ...props, frames: [made.value!], range: range.value }))
  await until(() => canvases().some((canvas) => drawnIn.has(canvas)))
}

async function zoomPanel() {
  drawnIn.clear()
  range.value = range.value.from === 0 ? { from: HOUR / 3, to: HOUR } : { from: 0, to: HOUR }
  await until(() => canvases().some((canvas) => drawnIn.has(canvas)))
}

const panelState = () => ({
  notices: [...notices],
  summary: document.querySelector('.o-time-chart-plot')?.getAttribute('aria-label') ?? '',
  legend: document.querySelectorAll('.o-legend-item').length,
})

const bench: PanelsBench = {
  showCharts,
  changeRange,
  movePointer,
  makeFrame,
  showPanel,
  makeUpdates,
  updatePanel,
  zoomPanel,
  panelState,
  close,
}
Object.assign(globalThis, { bench })
