import type { Frame, LiveUpdate, QueryRequest } from '@orrery/sdk'
import type { Query } from '../query.ts'
import { annotations } from './events/annotations.ts'
import { candles } from './events/candles.ts'
import { exemplars } from './events/exemplars.ts'
import { heatmap } from './events/heatmap.ts'
import { followLogs, logs } from './events/logs.ts'
import { answerSeries, followSeries } from './series/answer.ts'
import type { SeriesPlan } from './series/plan.ts'
import { manySeries, randomWalk } from './series/random-walk.ts'
import { states } from './series/states.ts'
import { constant, csvWave, wave } from './series/wave.ts'
import { flamegraph } from './systems/flamegraph.ts'
import { nodeGraph } from './systems/node-graph.ts'
import { traces } from './systems/traces.ts'
import { csv } from './tables/csv-frame.ts'
import { geo } from './tables/geo.ts'
import { table } from './tables/table.ts'
import { failure } from './trouble/failure.ts'
import { slow } from './trouble/slow.ts'

interface Scenario<Q> {
  readonly answer: (request: QueryRequest<Q>) => readonly Frame[] | Promise<readonly Frame[]> | AsyncIterable<Frame>
  /** Of what goes on by itself. */
  readonly follow?: (request: QueryRequest<Q>) => AsyncIterable<LiveUpdate>
}

const series = <Q>(planOf: (query: Q) => SeriesPlan): Scenario<Q> => ({
  answer: (request) => [answerSeries(planOf(request.query), request)],
  follow: (request) => followSeries(planOf(request.query), request),
})

type Scenarios = { readonly [T in Query['type']]: Scenario<Extract<Query, { type: T }>> }
const scenarios: Scenarios = {
  randomWalk: series(randomWalk),
  wave: series(wave),
  csvWave: series(csvWave),
  constant: series(constant),
  manySeries: series(manySeries),
  states: { answer: states },
  csv: { answer: csv },
  table: { answer: table },
  geo: { answer: geo },
  logs: { answer: logs, follow: followLogs },
  annotations: { answer: annotations },
  exemplars: { answer: exemplars },
  heatmap: { answer: heatmap },
  candles: { answer: candles },
  traces: { answer: traces },
  nodeGraph: { answer: nodeGraph },
  flamegraph: { answer: flamegraph },
  slow: { answer: slow },
  failure: { answer: failure },
}

// The table has under each type what takes queries of that type, which the compiler cannot say of a type that varies.
export const scenarioOf = ({ type }: Query) => scenarios[type] as Scenario<Query>
