import { readSeries } from '../../../plugins/panel-timeseries/src/series.ts'
import { toAxes } from '../../../plugins/panel-timeseries/src/ui/axes.ts'
import { toLines } from '../../../plugins/panel-timeseries/src/ui/lines.ts'
import { loadGrafana, type PeerFrame } from '../format/grafana.ts'
import { compareCpu, type Figures } from '../measure.ts'
import { createBody, toChunks } from '../prometheus/body.ts'
import { readFrame, toObjects } from '../prometheus/read.ts'

const SHAPE = { series: 1000, points: 240 }
const plain = { defaults: {}, overrides: [] }
const request = { targets: [{ refId: 'A', legendFormat: '__auto' }] }

/** From the answer of a server to what the chart is given: named, coloured, on an axis. */
function ourLines(chunks: readonly Buffer[]) {
  const { series } = readSeries([readFrame(chunks)], plain, SHAPE.series)
  return toLines(series, toAxes(series, 'dark', 'UTC').axisOf, 'dark')
}

/** The same answer as the frames that the transformation takes, one for each series. */
const toPeerFrames = (chunks: readonly Buffer[]): PeerFrame[] =>
  toObjects(chunks).data.result.map(({ metric, values }) => ({
    refId: 'A',
    length: values.length,
    fields: [
      { name: 'Time', type: 'time', config: {}, values: values.map(([time]) => time * 1000) },
      { name: 'Value', type: 'number', labels: metric, config: {}, values: values.map(([, value]) => Number(value)) },
    ],
  }))

/** An answer of 1,000 series, read and made ready to be drawn. */
export async function measureTransform(): Promise<Figures> {
  const grafana = await loadGrafana()
  const chunks = toChunks(createBody(SHAPE))
  const peers = () => grafana.transformV2({ data: toPeerFrames(chunks) }, request, {}).data
  const [ours, theirs] = [ourLines(chunks), peers()]
  if (ours.length !== SHAPE.series || theirs.length !== SHAPE.series)
    throw new Error(`There are ${ours.length} and ${theirs.length} lines of ${SHAPE.series} series.`)
  const taken = await compareCpu(() => ourLines(chunks), peers)
  return {
    name: 'answer of 1,000 series x 240 to named and coloured lines',
    unit: 'ms CPU',
    ours: taken.ours,
    other: { name: 'JSON.parse and the transformation of @grafana/prometheus', values: taken.other },
  }
}
