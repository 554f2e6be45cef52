import { Variants, type Static } from '@orrery/sdk'
import { Annotations, Candles, Exemplars, Heatmap, Logs } from './query/events.ts'
import { Constant, CsvWave, ManySeries, RandomWalk, States, Wave } from './query/series.ts'
import { Flamegraph, NodeGraph, Traces } from './query/systems.ts'
import { Csv, Geo, Table } from './query/tables.ts'
import { Failure, Slow } from './query/trouble.ts'

export const Query = Variants(
  [
    RandomWalk,
    Wave,
    CsvWave,
    Constant,
    ManySeries,
    States,
    Csv,
    Table,
    Geo,
    Logs,
    Annotations,
    Exemplars,
    Heatmap,
    Candles,
    Traces,
    NodeGraph,
    Flamegraph,
    Slow,
    Failure,
  ],
  { title: 'Query' },
)
export type Query = Static<typeof Query>
