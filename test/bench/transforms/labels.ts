import { number, SeriesBuilder } from '@orrery/frames'
import { compareCpu, type Figures } from '../measure.ts'
import { prepare } from './ours.ts'

const SIZES = [1000, 2000]
const WARM_UPS = 8

/** Series of two points with eight labels, of which the last two tell them apart. */
function createFrame(series: number) {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number() } })
  for (let i = 0; i < series; i++)
    builder.add(
      {
        __name__: 'http_requests_total',
        cluster: 'eu-1',
        job: 'api',
        namespace: `team-${i % 23}`,
        method: ['GET', 'POST', 'PUT'][i % 3]!,
        code: ['200', '404', '500', '201'][i % 4]!,
        instance: `10.0.${(i >> 6) & 255}.${i & 63}:9090`,
        pod: `web-${i}`,
      },
      [0, 15_000],
      [1, 2],
    )
  return builder.build()
}

/** Twice the series beside the series: a row for each with its name, and a column for each with its name. */
export async function measureLabels(): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const [id, what] of [
    ['reduce', 'rows'],
    ['joinByField', 'columns'],
  ] as const)
    for (const size of SIZES) {
      const [twice, once] = [prepare(id, {}, createFrame(size * 2)), prepare(id, {}, createFrame(size))]
      for (let run = 0; run < WARM_UPS; run++) {
        twice()
        once()
      }
      const { ours, other } = await compareCpu(twice, once)
      figures.push({
        name: `${(size * 2).toLocaleString('en')} series with 8 labels to ${what} with names`,
        unit: 'ms CPU',
        ours,
        other: { name: `${size.toLocaleString('en')} series`, values: other },
        goal: { type: 'share', atMost: 2.3 },
      })
    }
  return figures
}
