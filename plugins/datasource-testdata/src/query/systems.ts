import { Type, type Static } from '@orrery/sdk'
import { closed, count, seed } from './common.ts'

export const Traces = Type.Object(
  {
    type: Type.Literal('traces'),
    limit: count('Most', 20, 10_000, 'The newest traces of the range; there is one a minute.'),
    traceId: Type.Optional(
      Type.String({
        title: 'Trace ID',
        description: 'Only this trace, whatever the range. Exemplars and logs of the same seed name some.',
        pattern: '^[0-9a-f]{32}$',
      }),
    ),
    seed,
  },
  { ...closed, title: 'Traces' },
)
export type Traces = Static<typeof Traces>

export const NodeGraph = Type.Object(
  { type: Type.Literal('nodeGraph'), nodes: count('Nodes', 12, 2000), seed },
  { ...closed, title: 'Node graph' },
)
export type NodeGraph = Static<typeof NodeGraph>

export const Flamegraph = Type.Object(
  {
    type: Type.Literal('flamegraph'),
    depth: count('Depth', 8, 30),
    compare: Type.Optional(
      Type.Boolean({ title: 'Compare', description: 'With a second profile, beside the first.', default: false }),
    ),
    seed,
  },
  { ...closed, title: 'Flame graph' },
)
export type Flamegraph = Static<typeof Flamegraph>
