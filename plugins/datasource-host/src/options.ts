import { Choice, Type, Variants, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

export const Options = Type.Object({}, closed)
export type Options = Static<typeof Options>

/** What is sampled, with the unit of its values. */
export const metrics = {
  cpu_busy: { title: 'CPU in use', unit: 'percentunit' },
  cpu: { title: 'CPU by mode', unit: 'percentunit' },
  load: { title: 'Load average', unit: 'short' },
  memory_used: { title: 'Memory in use, share', unit: 'percentunit' },
  memory: { title: 'Memory by use', unit: 'bytes' },
  swap: { title: 'Swap in use', unit: 'bytes' },
  disk_io: { title: 'Disk throughput', unit: 'Bps' },
  network: { title: 'Network throughput', unit: 'Bps' },
  event_loop: { title: 'Event loop delay of this host', unit: 's' },
  process_memory: { title: 'Memory of this host', unit: 'bytes' },
  requests: { title: 'HTTP requests to this host', unit: 'reqps' },
  queries: { title: 'Queries of this host', unit: 'ops' },
  queries_running: { title: 'Queries running', unit: 'short' },
} as const
export type Metric = keyof typeof metrics

// Object.fromEntries forgets the keys; these are exactly those of `metrics`.
const titles = Object.fromEntries(Object.entries(metrics).map(([id, { title }]) => [id, title])) as Record<
  Metric,
  string
>
const metric = Choice(titles, { title: 'Metric', default: 'cpu' })
const legend = Type.Optional(
  Type.String({
    title: 'Legend',
    description: 'Name of each series; {{label}} is replaced by the label.',
    maxLength: 1024,
  }),
)

export const Query = Variants(
  [
    Type.Object({ type: Type.Literal('range'), metric, legend }, { ...closed, title: 'Over time' }),
    Type.Object({ type: Type.Literal('latest'), metric, legend }, { ...closed, title: 'Now' }),
    Type.Object({ type: Type.Literal('filesystems') }, { ...closed, title: 'File systems' }),
    Type.Object(
      {
        type: Type.Literal('processes'),
        limit: Type.Optional(Type.Integer({ title: 'Most', minimum: 1, maximum: 1000, default: 50 })),
      },
      { ...closed, title: 'Processes' },
    ),
  ],
  { title: 'Query' },
)
export type Query = Static<typeof Query>
