import type { StarterDashboard } from '@orrery/sdk'
import { heatmap, lines, stat, toSpec } from './panels.ts'

const OK = 'status!~"5.."'

/** What an Orrery host says of itself at `/metrics`. */
const host: StarterDashboard = (datasource) =>
  toSpec(datasource, 'What an Orrery host answers and asks, how fast, and what it takes up.', [
    [
      'requests-now',
      stat(
        'Requests a second',
        { expr: 'sum(rate(orrery_http_request_duration_seconds_count[$__rate_interval]))', legend: 'requests' },
        { unit: 'reqps', width: 6 },
      ),
    ],
    [
      'good',
      stat(
        'Answered without an error',
        {
          expr: `sum(rate(orrery_http_request_duration_seconds_count{${OK}}[5m])) / sum(rate(orrery_http_request_duration_seconds_count[5m]))`,
          legend: 'good',
        },
        { unit: 'percentunit', width: 6 },
      ),
    ],
    ['running', stat('Queries that run', { expr: 'sum(orrery_queries_running)', legend: 'queries' }, { width: 6 })],
    [
      'streams',
      stat('Queries that are followed', { expr: 'sum(orrery_live_streams)', legend: 'streams' }, { width: 6 }),
    ],
    [
      'requests',
      lines(
        'Requests by status',
        {
          expr: 'sum by (status) (rate(orrery_http_request_duration_seconds_count[$__rate_interval]))',
          legend: '{{status}}',
        },
        { unit: 'reqps', min: 0 },
      ),
    ],
    [
      'request-durations',
      heatmap(
        'Durations of requests',
        'sum by (le) (increase(orrery_http_request_duration_seconds_bucket[$__rate_interval]))',
        's',
      ),
    ],
    [
      'query-durations',
      lines(
        'Queries by datasource, slowest tenth',
        {
          expr: 'histogram_quantile(0.9, sum by (le, type) (rate(orrery_query_duration_seconds_bucket[$__rate_interval])))',
          legend: '{{type}}',
        },
        { unit: 's', min: 0 },
      ),
    ],
    [
      'failures',
      lines(
        'Failed queries by reason',
        {
          expr: 'sum by (type, code) (rate(orrery_query_failures_total[$__rate_interval]))',
          legend: '{{type}} {{code}}',
        },
        { unit: 'reqps', min: 0 },
      ),
    ],
    [
      'memory',
      lines(
        'Memory',
        [
          {
            expr: 'process_resident_memory_bytes and on (instance) orrery_queries_running',
            legend: 'resident {{instance}}',
          },
          {
            expr: 'nodejs_heap_size_used_bytes and on (instance) orrery_queries_running',
            legend: 'heap {{instance}}',
          },
        ],
        { unit: 'bytes', min: 0 },
      ),
    ],
    [
      'loop',
      lines(
        'Delay of the event loop, slowest hundredth',
        { expr: 'nodejs_eventloop_lag_p99_seconds and on (instance) orrery_queries_running', legend: '{{instance}}' },
        { unit: 's', min: 0 },
      ),
    ],
  ])
export default host
