import {
  defineTable,
  integer,
  number,
  SeriesBuilder,
  text,
  time,
  type Connect,
  type Frame,
  type QueryRequest,
} from '@orrery/sdk'
import { metrics, type Metric, type Options, type Query } from '../options.ts'
import { readFileSystems } from './filesystems.ts'
import { readProcesses } from './processes.ts'
import { Samples } from './samples.ts'

const connect: Connect<Options, Query> = (_, { get }) => {
  const samples = get(Samples)
  return {
    query: async (request) => {
      request.signal.throwIfAborted()
      return [await answer(samples, request)]
    },
    check: async () =>
      `Sampled every second; ${samples.latest('cpu').readings.length ? 'readings are there' : 'the first reading is on its way'}.`,
  }
}
export default connect

async function answer(samples: Samples, { query, refId, range, intervalMs }: QueryRequest<Query>): Promise<Frame> {
  switch (query.type) {
    case 'range':
      return overTime(samples, query.metric, query.legend, refId, range, Math.max(1000, intervalMs))
    case 'latest':
      return now(samples, query.metric, query.legend, refId)
    case 'filesystems':
      return FileSystems.fromRows(
        (await readFileSystems()).map((one) => ({ ...one, used: one.usedBytes / one.sizeBytes })),
        { refId },
      )
    case 'processes':
      return Processes.fromRows(await readProcesses(query.limit ?? 50), { refId })
  }
}

const fieldMeta = (metric: Metric, legend: string | undefined) => ({
  unit: metrics[metric].unit,
  ...(legend && { displayName: legend }),
})

function overTime(
  samples: Samples,
  metric: Metric,
  legend: string | undefined,
  refId: string,
  range: { from: number; to: number },
  intervalMs: number,
) {
  const builder = new SeriesBuilder({ refId, step: intervalMs, fields: { value: number(fieldMeta(metric, legend)) } })
  for (const { labels, times, values } of samples.read(metric, range, intervalMs)) builder.add(labels, times, values)
  return builder.build()
}

function now(samples: Samples, metric: Metric, legend: string | undefined, refId: string) {
  const { time: at, readings } = samples.latest(metric)
  const names = [...new Set(readings.flatMap(({ labels }) => Object.keys(labels)))]
  const Latest = defineTable(
    {
      ...Object.fromEntries(names.map((name) => [name, text()])),
      time: time(),
      value: number(fieldMeta(metric, legend)),
    },
    'numeric',
  )
  return Latest.fromColumns(
    {
      ...Object.fromEntries(names.map((name) => [name, readings.map(({ labels }) => labels[name] ?? null)])),
      time: readings.map(() => at),
      value: Float64Array.from(readings, ({ value }) => value),
    },
    { refId },
  )
}

const FileSystems = defineTable({
  mount: text({ displayName: 'Mount' }),
  device: text({ displayName: 'Device' }),
  type: text({ displayName: 'Type' }),
  sizeBytes: number({ displayName: 'Size', unit: 'bytes' }),
  usedBytes: number({ displayName: 'Used', unit: 'bytes' }),
  used: number({ displayName: 'Used share', unit: 'percentunit' }),
})

const Processes = defineTable({
  // A name, not an amount.
  pid: text({ displayName: 'PID' }),
  name: text({ displayName: 'Process' }),
  state: text({ displayName: 'State' }),
  residentBytes: number({ displayName: 'Memory', unit: 'bytes' }),
  cpuSeconds: number({ displayName: 'CPU time', unit: 's' }),
  threads: integer({ displayName: 'Threads' }),
})
