// One side of one case in a process of its own: tells the most memory that it had, in kilobytes.
import { requireGrafana } from '../format/grafana.ts'
import { cases } from './cases.ts'
import { createData } from './data.ts'
import { fresh, toPeerRows, toPeerSeries, type GrafanaTransforms } from './grafana.ts'

const [, , side, name, bundle = ''] = process.argv
const { id, times, ours, theirs, given } = cases.find((one) => one.name === name)!

if (side === 'ours') {
  const { prepare, toFrame } = await import('./ours.ts')
  prepare(id, ours, toFrame(createData(times)))()
} else {
  const { transform } = requireGrafana<GrafanaTransforms>(bundle)
  transform(id, theirs, fresh((given === 'series' ? toPeerSeries : toPeerRows)(createData(times))))
}
process.send!(process.resourceUsage().maxRSS, () => process.exit())
