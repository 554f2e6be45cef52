import type { StarterDashboard } from '@orrery/sdk'
import { gauge, limits, lines, stat, table, toSpec } from './panels.ts'

const share = { unit: 'percentunit', min: 0, max: 1 } as const
const full = limits(0.8, 0.95)
const DISKS = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"'
const CARDS = 'device!~"lo|veth.*|docker.*|br-.*"'

/** Metrics of https://github.com/prometheus/node_exporter, with its default collectors. */
const nodes: StarterDashboard = (datasource) =>
  toSpec(datasource, 'Processors, memory, disks and network of machines with a node-exporter.', [
    [
      'busy',
      gauge(
        'CPU busy',
        { expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))', legend: '{{instance}}' },
        { ...share, ...full },
      ),
    ],
    [
      'memory-used',
      gauge(
        'Memory used',
        { expr: '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes', legend: '{{instance}}' },
        { ...share, ...full },
      ),
    ],
    [
      'disk-used',
      gauge(
        'Fullest disk',
        {
          expr: `max by (instance) (1 - node_filesystem_avail_bytes{${DISKS}} / node_filesystem_size_bytes{${DISKS}})`,
          legend: '{{instance}}',
        },
        { ...share, ...full },
      ),
    ],
    ['load', stat('Load, 1 minute', { expr: 'node_load1', legend: '{{instance}}' }, { decimals: 2 })],
    ['up', stat('Running for', { expr: 'time() - node_boot_time_seconds', legend: '{{instance}}' }, { unit: 's' })],
    [
      'cores',
      stat('Cores', {
        expr: 'count by (instance) (node_cpu_seconds_total{mode="idle"})',
        legend: '{{instance}}',
      }),
    ],
    [
      'cpu',
      lines(
        'CPU by mode',
        {
          expr: 'sum by (mode) (rate(node_cpu_seconds_total{mode!="idle"}[$__rate_interval])) / scalar(count(node_cpu_seconds_total{mode="idle"}))',
          legend: '{{mode}}',
        },
        { unit: 'percentunit', min: 0 },
        { stacking: 'normal', fillOpacity: 40 },
      ),
    ],
    [
      'memory',
      lines(
        'Memory',
        [
          { expr: 'node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes', legend: 'used {{instance}}' },
          { expr: 'node_memory_MemAvailable_bytes', legend: 'available {{instance}}' },
        ],
        { unit: 'bytes', min: 0 },
        { fillOpacity: 15 },
      ),
    ],
    [
      'network',
      lines(
        'Network',
        [
          {
            expr: `rate(node_network_receive_bytes_total{${CARDS}}[$__rate_interval]) * 8`,
            legend: '{{device}} in',
          },
          {
            expr: `- rate(node_network_transmit_bytes_total{${CARDS}}[$__rate_interval]) * 8`,
            legend: '{{device}} out',
          },
        ],
        { unit: 'bps', description: 'What is sent is drawn downwards.' },
        { fillOpacity: 15 },
      ),
    ],
    [
      'disk',
      lines(
        'Disk',
        [
          { expr: 'rate(node_disk_read_bytes_total[$__rate_interval])', legend: '{{device}} read' },
          { expr: '- rate(node_disk_written_bytes_total[$__rate_interval])', legend: '{{device}} written' },
        ],
        { unit: 'Bps', description: 'What is written is drawn downwards.' },
        { fillOpacity: 15 },
      ),
    ],
    [
      'filesystems',
      table(
        'Filesystems by how full they are',
        {
          expr: `sort_desc(1 - node_filesystem_avail_bytes{${DISKS}} / node_filesystem_size_bytes{${DISKS}})`,
        },
        'used',
        { ...share, ...full },
      ),
    ],
  ])
export default nodes
