import type { StarterDashboard } from '@orrery/sdk'
import { heatmap, lines, stat, table, toSpec } from './panels.ts'

/** Metrics of Prometheus 2 and 3 about itself. */
const prometheus: StarterDashboard = (datasource) =>
  toSpec(datasource, 'What this Prometheus scrapes, stores and answers.', [
    ['up', stat('Targets up', { expr: 'sum(up)', legend: 'up' })],
    [
      'down',
      stat(
        'Targets down',
        { expr: 'count(up == 0) or vector(0)', legend: 'down' },
        {
          color: { type: 'thresholds' },
          thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { value: 1, color: 'red' }] },
        },
      ),
    ],
    [
      'series',
      stat('Series in memory', { expr: 'sum(prometheus_tsdb_head_series)', legend: 'series' }, { unit: 'short' }),
    ],
    [
      'samples',
      stat(
        'Samples a second',
        { expr: 'sum(rate(prometheus_tsdb_head_samples_appended_total[$__rate_interval]))', legend: 'samples' },
        { unit: 'short' },
      ),
    ],
    [
      'memory',
      stat(
        'Memory',
        {
          expr: 'process_resident_memory_bytes and on (instance, job) prometheus_build_info',
          legend: '{{instance}}',
        },
        { unit: 'bytes' },
      ),
    ],
    [
      'size',
      stat(
        'Blocks on disk',
        { expr: 'prometheus_tsdb_storage_blocks_bytes', legend: '{{instance}}' },
        { unit: 'bytes' },
      ),
    ],
    [
      'requests',
      lines(
        'HTTP requests by handler',
        { expr: 'sum by (handler) (rate(prometheus_http_requests_total[$__rate_interval]))', legend: '{{handler}}' },
        { unit: 'reqps', min: 0 },
      ),
    ],
    [
      'durations',
      heatmap(
        'Durations of HTTP requests',
        'sum by (le) (increase(prometheus_http_request_duration_seconds_bucket[$__rate_interval]))',
        's',
      ),
    ],
    [
      'queries',
      lines(
        'Queries, slowest tenth',
        { expr: 'prometheus_engine_query_duration_seconds{quantile="0.9"}', legend: '{{slice}}' },
        { unit: 's', min: 0 },
      ),
    ],
    [
      'scrapes',
      lines(
        'Scrape durations',
        { expr: 'scrape_duration_seconds', legend: '{{job}} {{instance}}' },
        { unit: 's', min: 0 },
      ),
    ],
    [
      'rules',
      lines(
        'Rule groups, share of their interval',
        {
          expr: 'prometheus_rule_group_last_duration_seconds / prometheus_rule_group_interval_seconds',
          legend: '{{rule_group}}',
        },
        { unit: 'percentunit', min: 0 },
      ),
    ],
    [
      'largest',
      lines('Samples by job', { expr: 'sum by (job) (scrape_samples_scraped)', legend: '{{job}}' }, { min: 0 }),
    ],
    [
      'targets',
      table('Targets by how long a scrape takes', { expr: 'sort_desc(scrape_duration_seconds)' }, 'duration', {
        unit: 's',
        min: 0,
      }),
    ],
  ])
export default prometheus
