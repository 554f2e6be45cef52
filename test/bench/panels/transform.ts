import { loadGrafana } from '../format/grafana.ts'
import { compareCpu, type Figures } from '../measure.ts'
import { createBody, toChunks } from '../prometheus/body.ts'
import { peerRequest, toOurLines, toPeerFrames } from '../prometheus/lines.ts'
import { readFrame, toObjects } from '../prometheus/read.ts'

const SHAPE = { series: 1000, points: 240 }

/** An answer of 1,000 series, read and made ready to be drawn. */
export async function measureTransform(): Promise<Figures> {
  const grafana = await loadGrafana()
  const chunks = toChunks(createBody(SHAPE))
  const ourLines = () => toOurLines(readFrame(chunks), SHAPE.series).series
  const peers = () => grafana.transformV2({ data: toPeerFrames(toObjects(chunks)) }, peerRequest, {}).data
  const [ours, theirs] = [ourLines(), peers()]
  if (ours.length !== SHAPE.series || theirs.length !== SHAPE.series)
    throw new Error(`There are ${ours.length} and ${theirs.length} lines of ${SHAPE.series} series.`)
  const taken = await compareCpu(ourLines, peers)
  return {
    name: 'answer of 1,000 series x 240 to named and coloured lines',
    unit: 'ms CPU',
    ours: taken.ours,
    other: { name: 'JSON.parse and the transformation of @grafana/prometheus', values: taken.other },
  }
}
