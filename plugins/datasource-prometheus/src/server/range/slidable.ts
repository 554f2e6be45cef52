/**
 * What makes the value at a step depend on more than the samples before it: the range of the query (`@ start()`, `@ end()`;
 * MetricsQL's `range_...`, `running_...`, `..._k` over the range, and what fills gaps from neighbours), the clock, chance,
 * or samples that are still to come (`@` at any time, `offset` that is not plainly backwards). Lookback windows and
 * subqueries are not among them: their steps are aligned to the epoch, not to the range.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#modifier
 * https://docs.victoriametrics.com/victoriametrics/metricsql/
 */
const bound = new RegExp(
  [
    '@',
    String.raw`\boffset\b(?!\s*\d)`,
    String.raw`\b(?:start|end|range|now|ru|ttf|rand\w*|range_\w+|running_\w+|outliers\w*|sort\w*|interpolate|remove_resets|smooth_exponential|keep_(?:last|next)_value|drop_empty_series|limitk|mad_\w+|zscore_\w+|buckets_limit|(?:top|bottom)k_\w+)(?=\s*(?:\(|#|(?:by|without|on|limit)\b))`,
  ].join('|'),
  'i',
)

/**
 * Whether the points of an expression stay what they are while the range slides, so that those of an earlier answer can be
 * kept. It looks at the plain text, strings and comments too: to be wrong that way only costs a whole query.
 */
export const isSlidable = (expr: string): boolean => !bound.test(expr)
