import { parseParameters, type PromqlParameter } from './declare.ts'

/** An operator that makes one series of many, or chooses among them. */
export interface PromqlAggregation {
  readonly name: string
  /** What it takes, the series last. */
  readonly parameters: readonly PromqlParameter[]
  /** One sentence, a key of the plugin's catalogue. */
  readonly summary: string
  readonly example: string
  readonly experimental?: true
}

const declare = (name: string, takes: string, summary: string, example: string): PromqlAggregation => ({
  name,
  parameters: parseParameters(takes),
  summary,
  example,
})

/** In the order in which they are offered. */
export const aggregations: readonly PromqlAggregation[] = [
  declare('sum', 'v: instant', 'The sum of the series of each group.', 'sum by (job) (rate(http_requests_total[5m]))'),
  declare('avg', 'v: instant', 'The mean of the series of each group.', 'avg by (instance) (node_load1)'),
  declare('min', 'v: instant', 'The smallest value of each group.', 'min by (job) (up)'),
  declare('max', 'v: instant', 'The largest value of each group.', 'max by (job) (process_open_fds)'),
  declare('count', 'v: instant', 'How many series each group has.', 'count by (job) (up)'),
  declare('topk', 'k: scalar, v: instant', 'The k series with the largest values.', 'topk(5, node_load1)'),
  declare('bottomk', 'k: scalar, v: instant', 'The k series with the smallest values.', 'bottomk(5, node_load1)'),
  declare(
    'quantile',
    'quantile: scalar, v: instant',
    'The quantile, from 0 to 1, across the series of each group.',
    'quantile(0.9, node_load1)',
  ),
  declare('group', 'v: instant', '1 for each group that there is.', 'group by (job) (up)'),
  declare(
    'count_values',
    'label: string, v: instant',
    'How many series have the same value, which becomes a label.',
    'count_values("version", build_version)',
  ),
  declare('stddev', 'v: instant', 'The standard deviation across the series of each group.', 'stddev(node_load1)'),
  declare('stdvar', 'v: instant', 'The variance across the series of each group.', 'stdvar(node_load1)'),
  { ...declare('limitk', 'k: scalar, v: instant', 'Any k of the series.', 'limitk(10, up)'), experimental: true },
  {
    ...declare('limit_ratio', 'ratio: scalar, v: instant', 'About such a share of the series.', 'limit_ratio(0.1, up)'),
    experimental: true,
  },
]
