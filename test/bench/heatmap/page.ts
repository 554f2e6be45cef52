// Runs in Chromium: cells of a heatmap as pixels and as paths, and the panel with new data.
import { defaultsOf, detachedPage, type Frame, HeatmapCells } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, shallowRef, type App } from 'vue'
import { Options } from '../../../plugins/panel-heatmap/src/options.ts'
import HeatmapPanel from '../../../plugins/panel-heatmap/src/ui/HeatmapPanel.vue'
import type { CellColumns } from '../../../sdk/ui/src/chart/cells/cell-columns.ts'
import { paintLevels, rasterCells, toPalette } from '../../../sdk/ui/src/chart/cells/cell-raster.ts'

export interface HeatmapBench {
  /** Makes so many columns of so many cells. */
  readonly makeCells: (columns: number, rows: number) => void
  /** Milliseconds to draw them: as we do, and with a path for each colour. */
  readonly drawPixels: () => number
  readonly drawPaths: () => number
  /** Makes two frames of so many cells, and shows the panel with the first. */
  readonly showPanel: (columns: number, rows: number) => Promise<void>
  /** Milliseconds from new frames to the picture of them. */
  readonly updatePanel: () => Promise<number>
}

const SIZE = { width: 1200, height: 500 }
const STEPS = 64
const HOUR = 3_600_000

const canvas = document.createElement('canvas')
Object.assign(canvas, SIZE)
const context = canvas.getContext('2d', { willReadFrequently: false })!
const colors = Array.from({ length: STEPS }, (_, i) => `#${(i * 4).toString(16).padStart(2, '0').repeat(3)}`)

let cells: CellColumns | undefined

function makeCells(columns: number, rows: number) {
  const count = columns * rows
  const levels = new Uint8Array(count)
  for (let i = 0, random = 1; i < count; i++) {
    random = (random * 16_807) % 2_147_483_647
    levels[i] = 1 + (random % STEPS)
  }
  cells = {
    starts: Float64Array.from({ length: columns }, (_, c) => (c * HOUR) / columns),
    ends: Float64Array.from({ length: columns }, (_, c) => ((c + 1) * HOUR) / columns),
    offsets: Int32Array.from({ length: columns + 1 }, (_, c) => c * rows),
    edges: Float64Array.from({ length: rows + 1 }, (_, r) => r / rows),
    low: Uint32Array.from({ length: count }, (_, i) => i % rows),
    high: Uint32Array.from({ length: count }, (_, i) => (i % rows) + 1),
    levels,
  }
}

/** Has the canvas drawn now what it was told. */
const readBack = () => context.getImageData(600, 200, 1, 1)

function spend(draw: (given: CellColumns) => void): number {
  context.clearRect(0, 0, SIZE.width, SIZE.height)
  readBack()
  const start = performance.now()
  draw(cells!)
  readBack()
  return performance.now() - start
}

const drawPixels = () =>
  spend((given) => {
    const image = context.createImageData(SIZE.width, SIZE.height)
    const levels = rasterCells(given, { from: 0, to: HOUR, ...SIZE, gap: 0 })
    paintLevels(levels, toPalette(colors), new Uint32Array(image.data.buffer))
    context.putImageData(image, 0, 0)
  })

const drawPaths = () =>
  spend(({ starts, ends, offsets, edges, low, high, levels }) => {
    const paths = colors.map(() => new Path2D())
    for (let c = 0; c < starts.length; c++) {
      const x = (starts[c]! / HOUR) * SIZE.width
      const width = ((ends[c]! - starts[c]!) / HOUR) * SIZE.width
      for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
        const y = (1 - edges[high[i]!]!) * SIZE.height
        paths[levels[i]! - 1]!.rect(x, y, width, (1 - edges[low[i]!]!) * SIZE.height - y)
      }
    }
    paths.forEach((path, k) => {
      context.fillStyle = colors[k]!
      context.fill(path)
    })
  })

function toFrame(columns: number, rows: number, seed: number): Frame {
  const count = columns * rows
  const column = (valueOf: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => valueOf(i))
  const step = Math.floor(HOUR / columns)
  return HeatmapCells.fromColumns({
    time: column((i) => Math.floor(i / rows) * step),
    yMin: column((i) => i % rows),
    yMax: column((i) => (i % rows) + 1),
    count: column((i) => (i * 7919 * seed) % 1009),
  })
}

let app: App | undefined
let made: readonly Frame[] = []
const frames = shallowRef<readonly Frame[]>([])
const root = document.body.appendChild(document.createElement('div'))

/** Told when the panel has put its picture down. */
let drawn = () => {}
const put = CanvasRenderingContext2D.prototype.putImageData
CanvasRenderingContext2D.prototype.putImageData = function (...given: unknown[]) {
  Reflect.apply(put, this, given)
  if (this === context) return
  this.getImageData(600, 200, 1, 1)
  drawn()
}
const untilDrawn = () => new Promise<void>((resolve) => (drawn = resolve))

async function showPanel(columns: number, rows: number) {
  app?.unmount()
  made = [toFrame(columns, rows, 1), toFrame(columns, rows, 3)]
  frames.value = [made[0]!]
  const props = {
    // All options have defaults.
    options: defaultsOf(Options) as Options,
    annotations: [],
    variables: {},
    fieldConfig: { defaults: {}, overrides: [] },
    range: { from: 0, to: HOUR },
    timeZone: 'UTC',
    ...SIZE,
    theme: 'dark' as const,
    page: detachedPage,
  }
  const first = untilDrawn()
  app = createApp({ render: () => h(HeatmapPanel, { ...props, frames: frames.value }) })
  app.mount(root)
  await first
}

async function updatePanel(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const done = untilDrawn()
  const start = performance.now()
  frames.value = [frames.value[0] === made[0] ? made[1]! : made[0]!]
  await done
  return performance.now() - start
}

const bench: HeatmapBench = { makeCells, drawPixels, drawPaths, showPanel, updatePanel }
Object.assign(globalThis, { bench })
