import { defineStarter, shared } from '@orrery/sdk'

/** Answers something exactly where one of these metrics is. */
const has = (expr: string) => ({ type: 'instant', expr: `count(${expr})` })

/** Dashboards for metrics that many have, offered where they are found. */
export const starters = [
  defineStarter({
    id: 'http-red',
    title: 'HTTP service: rate, errors, duration',
    description: 'Requests, failures and durations by path, of a service with request_count_total and request_seconds.',
    datasource: 'prometheus',
    finds: has('request_count_total'),
    dashboard: shared(() => import('./http-red.ts')),
  }),
  defineStarter({
    id: 'node-exporter',
    title: 'Machines (node-exporter)',
    description: 'Processors, memory, disks and network of each machine.',
    datasource: 'prometheus',
    finds: has('node_cpu_seconds_total'),
    dashboard: shared(() => import('./node-exporter.ts')),
  }),
  defineStarter({
    id: 'prometheus',
    title: 'Prometheus itself',
    description: 'Targets, series, samples, queries and rules of the server.',
    datasource: 'prometheus',
    finds: has('prometheus_tsdb_head_series'),
    dashboard: shared(() => import('./prometheus.ts')),
  }),
  defineStarter({
    id: 'rules',
    title: 'Rules and alerts',
    description: 'What fires, what is pending, and how the rules are.',
    datasource: 'prometheus',
    finds: { type: 'rules' },
    dashboard: shared(() => import('./rules.ts')),
  }),
  defineStarter({
    id: 'orrery-host',
    title: 'Orrery host',
    description: 'Requests, queries and memory of a host like this one.',
    datasource: 'prometheus',
    finds: has('orrery_queries_running'),
    dashboard: shared(() => import('./host.ts')),
  }),
  defineStarter({
    id: 'process',
    title: 'Processes',
    description: 'Processor, memory and files of whatever a client library measures.',
    datasource: 'prometheus',
    finds: has('process_cpu_seconds_total'),
    dashboard: shared(() => import('./process.ts')),
  }),
]
