import type uPlot from 'uplot'
import { Pyramid } from '../../../sdk/ui/src/chart/exact/pyramid.ts'
import { exactChart, plainChart, type Look } from '../../chart/charts.ts'
import { createRandom, makeColumns, type Columns, type Shape } from '../../chart/columns.ts'

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

interface Spent {
  /** Milliseconds until the canvas was told all, and until it had drawn it. */
  readonly script: number
  readonly wall: number
}

async function spend(draw: () => uPlot): Promise<Spent> {
  await rest()
  const start = performance.now()
  const chart = draw()
  // uPlot draws in a microtask of its own, which is ahead of this one.
  await Promise.resolve()
  const script = performance.now() - start
  readBack(chart)
  return { script, wall: performance.now() - start }
}

async function compareFirstDraws(columns: Columns, pairs: number) {
  const taken = { byScan: [] as number[], withBuild: [] as number[], plain: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    const pyramids = columns.values.map((values) => new Pyramid(values))
    let exact!: uPlot
    const first = await spend(() => (exact = exactChart(host, columns, pyramids, LOOK)))
    const start = performance.now()
    for (const pyramid of pyramids) while (!pyramid.advance(SLICE_POINTS));
    const build = performance.now() - start
    exact.destroy()
    let plain!: uPlot
    taken.plain.push((await spend(() => (plain = plainChart(host, columns, LOOK)))).wall)
    plain.destroy()
    taken.byScan.push(first.wall)
    taken.withBuild.push(first.wall + build)
  }
  return taken
}

function assertSame(exact: uPlot, plain: uPlot) {
  const [a, b] = [exact, plain].map(({ ctx }) => new Uint32Array(ctx.getImageData(0, 0, 1200, 400).data.buffer))
  if (!a!.some((pixel) => pixel !== 0) || a!.some((pixel, i) => pixel !== b![i])) throw new Error('The charts differ.')
}

/** Zooms and pans with half of all points in view, or nearly all. */
function makeViews({ times }: Columns, count: number): { min: number; max: number }[] {
  const random = createRandom(5)
  const span = times.at(-1)! - times[0]!
  return Array.from({ length: count }, () => {
    const width = span * (0.5 + 0.48 * random())
    const min = times[0]! + (span - width) * random()
    return { min, max: min + width }
  })
}

async function compareRedraws(columns: Columns, pairs: number): Promise<{ script: Taken; wall: Taken }> {
  const pyramids = columns.values.map((values) => new Pyramid(values))
  for (const pyramid of pyramids) pyramid.advance()
  const exact = exactChart(host, columns, pyramids, LOOK)
  const plain = plainChart(host, columns, LOOK)
  const ours: Spent[] = []
  const other: Spent[] = []
  for (const [i, view] of makeViews(columns, pairs + 2).entries()) {
    const draw = (chart: uPlot) =>
      spend(() => {
        chart.setScale('x', view)
        return chart
      })
    const [one, two] = [await draw(exact), await draw(plain)]
    // The first two warm up.
    if (i < 2) {
      assertSame(exact, plain)
      continue
    }
    ours.push(one)
    other.push(two)
  }
  assertSame(exact, plain)
  for (const chart of [exact, plain]) chart.destroy()
  const pick = (key: keyof Spent) => ({ ours: ours.map((one) => one[key]), other: other.map((one) => one[key]) })
  return { script: pick('script'), wall: pick('wall') }
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
  appends: (points: number, pairs: number) => compareAppends(makeColumns({ points }), pairs),
}
declare global {
  var chartBench: typeof bench
}
globalThis.chartBench = bench
