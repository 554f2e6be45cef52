import type { StarterDashboard } from '@orrery/sdk'
import { gauge, heatmap, limits, lines, stat, table, toSpec } from './panels.ts'

const FAILED = 'status=~"5.."'
const slow = limits(0.5, 1)

/**
 * Rate, errors and duration of an HTTP service that has `request_count_total` (path, status) and the histogram
 * `request_seconds` (path): what the FastAPI example has.
 */
const red: StarterDashboard = (datasource) =>
  toSpec(
    datasource,
    'Rate, errors and duration of the requests to a service.',
    [
      [
        'rate-now',
        stat(
          'Requests a second',
          { expr: 'sum(rate(request_count_total[$__rate_interval]))', legend: 'requests' },
          { unit: 'reqps', width: 6 },
        ),
      ],
      [
        'errors-now',
        stat(
          'Failed',
          {
            expr: `(sum(rate(request_count_total{${FAILED}}[$__rate_interval])) or vector(0)) / sum(rate(request_count_total[$__rate_interval]))`,
            legend: 'failed',
          },
          {
            unit: 'percentunit',
            width: 6,
            ...limits(0.01, 0.05),
          },
        ),
      ],
      [
        'p50',
        gauge(
          'Half are faster than',
          { expr: 'histogram_quantile(0.5, sum by (le) (rate(request_seconds_bucket[5m])))', legend: 'p50' },
          { unit: 's', min: 0, max: 2, width: 6, ...slow },
        ),
      ],
      [
        'p95',
        gauge(
          '95 of 100 are faster than',
          { expr: 'histogram_quantile(0.95, sum by (le) (rate(request_seconds_bucket[5m])))', legend: 'p95' },
          { unit: 's', min: 0, max: 2, width: 6, ...slow },
        ),
      ],
      [
        'rate',
        lines(
          'Requests by path',
          { expr: 'sum by (path) (rate(request_count_total[$__rate_interval]))', legend: '{{path}}' },
          { unit: 'reqps', min: 0 },
        ),
      ],
      [
        'errors',
        lines(
          'Failed requests by path',
          {
            expr: `sum by (path) (rate(request_count_total{${FAILED}}[$__rate_interval])) / sum by (path) (rate(request_count_total[$__rate_interval]))`,
            legend: '{{path}}',
          },
          { unit: 'percentunit', min: 0 },
        ),
      ],
      ['durations', heatmap('Durations', 'sum by (le) (increase(request_seconds_bucket[$__rate_interval]))', 's')],
      [
        'quantiles',
        lines(
          'Slowest twentieth by path',
          {
            expr: 'histogram_quantile(0.95, sum by (le, path) (rate(request_seconds_bucket[$__rate_interval])))',
            legend: '{{path}}',
          },
          { unit: 's', min: 0 },
        ),
      ],
      [
        'slow',
        table(
          'Slowest paths, mean of the last 5 minutes',
          {
            expr: 'sort_desc(sum by (path) (rate(request_seconds_sum[5m])) / sum by (path) (rate(request_seconds_count[5m])))',
          },
          'mean',
          { unit: 's', min: 0, ...slow },
        ),
      ],
    ],
    { time: { from: 'now-15m', to: 'now' }, refresh: '5s' },
  )
export default red
