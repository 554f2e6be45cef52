import type uPlot from 'uplot'
import { Pyramid } from '../../../sdk/ui/src/chart/exact/pyramid.ts'
import { exactChart, plainChart, type Look } from '../../chart/charts.ts'
import { createRandom, makeColumns, type Columns, type Shape } from '../../chart/columns.ts'
import { createPeerChart } from './echarts.ts'

export interface Taken {
  readonly ours: readonly number[]
  readonly other: readonly number[]
}

const LOOK: Look = { size: [1200, 400], width: 1.25 }
const SLICE_POINTS = 1 << 16

const host = document.body.appendChild(document.createElement('div'))
const rest = () => new Promise((resolve) => setTimeout(resolve))

/** Has the canvas drawn now what it was told. */
const readBack = ({ ctx }: uPlot) => ctx.getImageData(600, 200, 1, 1)

/** Milliseconds until a chart has drawn. */
async function spend(draw: () => uPlot): Promise<number> {
  await rest()
  const start = performance.now()
  const chart = draw()
  // uPlot draws in a microtask of its own, which is ahead of this one.
  await Promise.resolve()
  readBack(chart)
  return performance.now() - start
}

/** First draws; ours with all that is still to be built after it. */
async function compareFirstDraws(columns: Columns, pairs: number): Promise<Taken> {
  const taken = { ours: [] as number[], other: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    const pyramids = columns.values.map((values) => new Pyramid(values))
    let exact!: uPlot
    let plain!: uPlot
    const drawn = await spend(() => (exact = exactChart(host, columns, pyramids, LOOK)))
    const start = performance.now()
    for (const pyramid of pyramids) while (!pyramid.advance(SLICE_POINTS));
    taken.ours.push(drawn + performance.now() - start)
    taken.other.push(await spend(() => (plain = plainChart(host, columns, LOOK))))
    assertSame(exact, plain)
    for (const chart of [exact, plain]) chart.destroy()
  }
  return taken
}

function assertSame(exact: uPlot, plain: uPlot) {
  const [a, b] = [exact, plain].map(({ ctx }) => new Uint32Array(ctx.getImageData(0, 0, 1200, 400).data.buffer))
  if (!a!.some((pixel) => pixel !== 0) || a!.some((pixel, i) => pixel !== b![i])) throw new Error('The charts differ.')
}

interface View {
  readonly min: number
  readonly max: number
}

/** Zooms and pans with half of all points in view, or nearly all. */
function makeViews({ times }: Columns, count: number): View[] {
  const random = createRandom(5)
  const span = times.at(-1)! - times[0]!
  return Array.from({ length: count }, () => {
    const width = span * (0.5 + 0.48 * random())
    const min = times[0]! + (span - width) * random()
    return { min, max: min + width }
  })
}

/** Both charts of the same columns, which have drawn the same. */
async function openCharts(columns: Columns) {
  const pyramids = columns.values.map((values) => new Pyramid(values))
  for (const pyramid of pyramids) pyramid.advance()
  const charts = { ours: exactChart(host, columns, pyramids, LOOK), other: plainChart(host, columns, LOOK) }
  for (const view of makeViews(columns, 3)) {
    for (const chart of Object.values(charts)) chart.setScale('x', view)
    await Promise.resolve()
    assertSame(charts.ours, charts.other)
  }
  return charts
}

async function compareRedraws(columns: Columns, pairs: number): Promise<Taken> {
  const charts = await openCharts(columns)
  const taken = { ours: [] as number[], other: [] as number[] }
  for (const view of makeViews(columns, pairs)) {
    for (const side of ['ours', 'other'] as const) {
      const draw = () => {
        charts[side].setScale('x', view)
        return charts[side]
      }
      taken[side].push(await spend(draw))
    }
  }
  for (const chart of Object.values(charts)) chart.destroy()
  return taken
}

/** Ours beside ECharts, which draws other lines: only times are compared. */
async function comparePeer(columns: Columns, pairs: number): Promise<Taken> {
  const pyramids = columns.values.map((values) => new Pyramid(values))
  for (const pyramid of pyramids) pyramid.advance()
  const chart = exactChart(host, columns, pyramids, LOOK)
  const peer = createPeerChart(document.body.appendChild(document.createElement('div')), columns)
  const taken = { ours: [] as number[], other: [] as number[] }
  for (const view of makeViews(columns, pairs)) {
    taken.ours.push(
      await spend(() => {
        chart.setScale('x', view)
        return chart
      }),
    )
    await rest()
    const start = performance.now()
    peer.zoom(view)
    peer.readBack()
    taken.other.push(performance.now() - start)
  }
  chart.destroy()
  peer.destroy()
  return taken
}

/** Charts whose drawing is measured from outside, in processor time. */
let opened: { readonly charts: Record<'ours' | 'other', uPlot>; readonly views: readonly View[] } | undefined

/** The charts are told to draw each of the views; no more than the last comes to paint. */
async function drawViews(side: 'ours' | 'other'): Promise<void> {
  for (const view of opened!.views) {
    opened!.charts[side].setScale('x', view)
    await Promise.resolve()
  }
}

function compareAppends(columns: Columns, pairs: number): Taken {
  const values = columns.values[0]!
  const taken = { ours: [] as number[], other: [] as number[] }
  const appends = 2000
  for (let pair = 0; pair < pairs; pair++) {
    const pyramid = new Pyramid(values.subarray(0, values.length - appends))
    pyramid.advance()
    let start = performance.now()
    for (let left = appends - 1; left >= 0; left--) pyramid.append(values.subarray(0, values.length - left), 1)
    taken.ours.push((performance.now() - start) / appends)
    start = performance.now()
    const rebuilt = new Pyramid(values)
    rebuilt.advance()
    taken.other.push(performance.now() - start)
    const [a, b] = [pyramid, rebuilt].map((one) => one.extremes(0, values.length, { low: 0, high: 0 }))
    if (a!.low !== b!.low || a!.high !== b!.high) throw new Error('The pyramids differ.')
  }
  return taken
}

const bench = {
  firstDraws: (shape: Shape, pairs: number) => compareFirstDraws(makeColumns(shape), pairs),
  redraws: (shape: Shape, pairs: number) => compareRedraws(makeColumns(shape), pairs),
  besidePeer: (shape: Shape, pairs: number) => comparePeer(makeColumns(shape), pairs),
  open: async (shape: Shape, views: number) => {
    const columns = makeColumns(shape)
    opened = { charts: await openCharts(columns), views: makeViews(columns, views) }
  },
  drawViews,
  appends: (points: number, pairs: number) => compareAppends(makeColumns({ points }), pairs),
}
declare global {
  var chartBench: typeof bench
}
globalThis.chartBench = bench
