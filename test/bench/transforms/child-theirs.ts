// As child-ours.ts, with their bundle.
import { requireGrafana } from '../format/grafana.ts'
import { cases } from './cases.ts'
import { createData } from './data.ts'
import { fresh, toPeerRows, toPeerSeries, type GrafanaTransforms } from './grafana.ts'
import { peakKilobytes } from './peak.ts'

const [, , wanted, bundle = ''] = process.argv
const { id, times, theirs, given } = cases.find(({ name }) => name === wanted)!
const { transform } = requireGrafana<GrafanaTransforms>(bundle)
transform(id, theirs, fresh((given === 'series' ? toPeerSeries : toPeerRows)(createData(times))))
process.send!(peakKilobytes(), () => process.exit())
