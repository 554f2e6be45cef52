import { buildPyramid, exactLine, exactRange, Pyramid, View } from '@orrery/ui'
import uPlot from 'uplot'

/** Draws series, each on times of its own, of any length. Gives what ends the chart. */
export function draw(
  host: HTMLElement,
  columns: readonly { times: Float64Array; values: Float64Array }[],
  range: readonly [from: number, to: number],
): () => void {
  const sources = columns.map(({ times, values }) => ({ times, pyramid: new Pyramid(values) }))
  const stops = sources.map(({ pyramid }) => buildPyramid(pyramid))
  const view = new View()
  const options: uPlot.Options = {
    width: 1200,
    height: 400,
    ms: 1,
    scales: { x: { range: view.range }, y: { range: exactRange(sources, view) } },
    series: [
      {},
      ...sources.map((source): uPlot.Series => ({
        stroke: 'teal',
        auto: false,
        paths: exactLine(source),
        points: { show: false },
      })),
    ],
  }
  // uPlot itself knows the ends of the time axis only.
  const nothing = new Float64Array(2).fill(NaN)
  const chart = new uPlot(options, [Float64Array.from(range), ...sources.map(() => nothing)], host)
  return () => {
    for (const stop of stops) stop()
    chart.destroy()
  }
}
