import type { HttpClient, QueryRequest } from '@orrery/sdk'
import { createTestContext, testRequest } from '@orrery/testing'
import type { Query } from '../../../plugins/datasource-prometheus/src/options.ts'
import connect from '../../../plugins/datasource-prometheus/src/server/connect.ts'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import { STEP_SECONDS, toChunks } from './body.ts'

const SERIES = 200
/** Three hours. */
const POINTS = 720
/** Each a step after the one before. */
const REFRESHES = 10
const START = 1_700_000_010

const random = (seed: number) => ((Math.imul(seed, 2654435761) >>> 0) / 2 ** 32) * 100
const series = Array.from({ length: SERIES }, (_, i) => ({
  metric: JSON.stringify({ __name__: 'node_load', instance: `10.0.0.${i}:9100`, job: 'node', mode: `m${i % 8}` }),
  samples: Array.from(
    { length: POINTS + REFRESHES + 1 },
    (_, k) => `[${START + k * STEP_SECONDS},"${random(i * 7919 + k)}"]`,
  ),
}))

/** What Prometheus answers to a range, as bytes that were made before. */
function createAnswers() {
  const bodies = new Map<string, readonly Buffer[]>()
  const bodyOf = (from: number, to: number) => {
    const parts = series.map(({ metric, samples }) => {
      const values = samples.slice((from - START) / STEP_SECONDS, (to - START) / STEP_SECONDS + 1)
      return `{"metric":${metric},"values":[${values.join(',')}]}`
    })
    return Buffer.from(`{"status":"success","data":{"resultType":"matrix","result":[${parts.join(',')}]}}`)
  }
  let bytes = 0
  const http: HttpClient = {
    async request(_, { body } = {}) {
      const form = new URLSearchParams(String(body))
      const key = `${form.get('start')} ${form.get('end')}`
      const chunks = bodies.get(key) ?? toChunks(bodyOf(Number(form.get('start')), Number(form.get('end'))))
      bodies.set(key, chunks)
      bytes += chunks.reduce((sum, { length }) => sum + length, 0)
      return { status: 200, headers: {}, body: toStream(chunks), text: () => Promise.reject(new Error('not asked')) }
    },
  }
  return { http, bytes: () => bytes }
}

async function* toStream(chunks: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

/** A panel that is opened, then refreshed: what each refresh costs. */
export async function measureRefresh(): Promise<Figures[]> {
  const answers = createAnswers()
  const askAt = (k: number): QueryRequest<Query> => {
    const from = (START + k * STEP_SECONDS) * 1000
    const range = { from, to: from + (POINTS - 1) * STEP_SECONDS * 1000 }
    return testRequest<Query>({ type: 'range', expr: 'node_load' }, { range, intervalMs: STEP_SECONDS * 1000 })
  }
  const refresh = (incremental: boolean) => async () => {
    const options = { url: 'http://prometheus', flavour: 'prometheus', incremental } as const
    const { query } = await connect(options, { ...createTestContext(), http: answers.http })
    await query(askAt(0))
    const bytes = answers.bytes()
    const cpu = process.threadCpuUsage()
    for (let k = 1; k <= REFRESHES; k++) await query(askAt(k))
    const { user, system } = process.threadCpuUsage(cpu)
    return { bytes: (answers.bytes() - bytes) / REFRESHES, ms: (user + system) / 1000 / REFRESHES }
  }
  const [tail, whole] = [refresh(true), refresh(false)]
  const [small, large] = [await tail(), await whole()]
  const cpu = await interleave(
    PAIRS,
    async () => (await tail()).ms,
    async () => (await whole()).ms,
  )
  const name = `refresh of ${SERIES} x ${POINTS}, 10 minutes overlap`
  const other = 'a whole query'
  return [
    {
      name: `${name}, answer`,
      unit: 'kB',
      ours: [small.bytes / 1000],
      other: { name: other, values: [large.bytes / 1000] },
      goal: { type: 'share', atMost: 0.1 },
    },
    {
      name: `${name}, to frames`,
      unit: 'ms CPU',
      ours: cpu.ours,
      other: { name: other, values: cpu.other },
      goal: { type: 'share', atMost: 0.5 },
    },
  ]
}
