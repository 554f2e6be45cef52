import type { StarterDashboard } from '@orrery/sdk'
import { lines, stat, toSpec } from './panels.ts'

const NAME = '{{job}} {{instance}}'

/** https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics, which every client library has. */
const processes: StarterDashboard = (datasource) =>
  toSpec(datasource, 'Processor, memory and open files of every process that a client library measures.', [
    ['count', stat('Processes', { expr: 'count(process_start_time_seconds)', legend: 'processes' }, { width: 6 })],
    [
      'cpu-now',
      stat(
        'Busiest',
        { expr: 'topk(1, rate(process_cpu_seconds_total[5m]))', legend: NAME },
        { unit: 'percentunit', width: 6 },
      ),
    ],
    [
      'memory-now',
      stat('Largest', { expr: 'topk(1, process_resident_memory_bytes)', legend: NAME }, { unit: 'bytes', width: 6 }),
    ],
    [
      'young',
      stat(
        'Started last',
        { expr: 'bottomk(1, time() - process_start_time_seconds)', legend: NAME },
        { unit: 's', width: 6 },
      ),
    ],
    [
      'cpu',
      lines('CPU, in cores', { expr: 'rate(process_cpu_seconds_total[$__rate_interval])', legend: NAME }, { min: 0 }),
    ],
    [
      'memory',
      lines('Resident memory', { expr: 'process_resident_memory_bytes', legend: NAME }, { unit: 'bytes', min: 0 }),
    ],
    ['files', lines('Open files', { expr: 'process_open_fds', legend: NAME }, { min: 0 })],
    [
      'files-share',
      lines(
        'Open files, share of what is allowed',
        { expr: 'process_open_fds / process_max_fds', legend: NAME },
        { unit: 'percentunit', min: 0 },
      ),
    ],
  ])
export default processes
