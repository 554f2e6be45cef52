// Runs in Chromium: an answer of Prometheus from its bytes to lines on a canvas, ours and as Grafana does it.
import { decode, encode } from '@orrery/frames'
import { TimeChart } from '@orrery/ui'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import uPlot from 'uplot'
import { createApp, h } from 'vue'
import type { Grafana } from '../format/grafana.ts'
import { peerRequest, toOurLines, toPeerFrames } from './lines.ts'
import { readFrame, type Answer } from './read.ts'

/** What an answer came to. */
export interface Painted {
  /** From its bytes to the frame in which the lines stand on the canvas. */
  readonly ms: number
  readonly lines: number
  /** Pixels that are not empty. */
  readonly ink: number
}

export interface PaintBench {
  /** Takes the text of an answer, whose bytes both sides are given. */
  readonly take: (answer: string) => void
  readonly paint: (side: 'ours' | 'other') => Promise<Painted>
}

const SIZE = { width: 1200, height: 500 }
const CHUNK = 64 * 1024
const LINE_WIDTH = 1.5

let body = new Uint8Array()
let chunks: readonly Uint8Array[] = []

const host = document.body.appendChild(document.createElement('div'))
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const rest = () => new Promise((resolve) => setTimeout(resolve, 50))

/** As it comes to the page: read where the datasource runs, sent as Arrow, and read from that. */
function openOurs() {
  const frame = decode(encode(readFrame(chunks)))
  const { axes, series } = toOurLines(frame, Infinity)
  const [times] = series.map((one) => one.times)
  const range = { from: times![0]!, to: times!.at(-1)! }
  const props = { ...SIZE, axes, series, range, timeZone: 'UTC', theme: 'dark' as const, summary: 'lines' }
  const app = createApp(() => h(TimeChart, props))
  app.mount(host)
  return { lines: series.length, close: () => app.unmount() }
}

function openOther() {
  // The bundle of the other side puts it there.
  const { grafana } = globalThis as unknown as { grafana: Grafana }
  const answer = JSON.parse(new TextDecoder().decode(body)) as Answer
  const frames = grafana.transformV2({ data: toPeerFrames(answer) }, peerRequest, {}).data
  const [times] = frames.map(({ fields }) => fields[0]!.values)
  const columns = frames.map(({ fields }) => fields[1]!.values.map((value) => (Number.isNaN(value) ? null : value)))
  const series = frames.map((_, i): uPlot.Series => ({
    stroke: `hsl(${(i * 47) % 360} 70% 60%)`,
    width: LINE_WIDTH,
    points: { show: false },
  }))
  const options: uPlot.Options = { ...SIZE, ms: 1, legend: { show: false }, series: [{}, ...series] }
  const plot = new uPlot(options, [[...times!], ...columns], host)
  return { lines: frames.length, close: () => plot.destroy() }
}

async function paint(side: 'ours' | 'other'): Promise<Painted> {
  await rest()
  const start = performance.now()
  const { lines, close } = side === 'ours' ? openOurs() : openOther()
  await nextFrame()
  const canvas = host.querySelector('canvas')!
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
  const ms = performance.now() - start
  let ink = 0
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) ink++
  close()
  return { ms, lines, ink }
}

const bench: PaintBench = {
  take(answer) {
    body = new TextEncoder().encode(answer)
    chunks = Array.from({ length: Math.ceil(body.length / CHUNK) }, (_, i) => body.subarray(i * CHUNK, (i + 1) * CHUNK))
  },
  paint,
}
Object.assign(globalThis, { bench })
