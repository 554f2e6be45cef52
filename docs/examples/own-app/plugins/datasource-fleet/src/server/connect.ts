import { number, SeriesBuilder, type Connect } from '@orrery/sdk'
import type { Options, Query } from '../options.ts'

const PERIOD_MS = 600_000

/** A van that goes round and round, in place of what a real fleet would report. */
const speedOf = (van: number, at: number) => 50 + 20 * Math.sin((2 * Math.PI * at) / PERIOD_MS + van)

const connect: Connect<Options, Query> = ({ vans }) => ({
  query: async ({ range, intervalMs, refId }) => {
    const step = Math.max(1000, intervalMs)
    const times: number[] = []
    for (let at = Math.ceil(range.from / step) * step; at <= range.to; at += step) times.push(at)
    const builder = new SeriesBuilder({ refId, fields: { value: number({ unit: 'velocitykmh' }) } })
    for (let van = 1; van <= vans; van++)
      builder.add(
        { van: `van-${van}` },
        times,
        times.map((at) => speedOf(van, at)),
      )
    return [builder.build()]
  },
  check: async () => `${vans} vans are on the road.`,
})
export default connect
