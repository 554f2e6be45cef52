import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A document of a kind, as files have it. */
export const resource = (kind: string, id: string, title: string, spec: object) => ({
  apiVersion: 'orrery.dev/v1',
  kind,
  namespace: 'default',
  id,
  metadata: { title },
  spec,
})

/** A datasource as a document. */
export const datasource = (id: string, type: string, options: object) =>
  resource('datasource', id, id, { type, options })

const panel = (title: string, source: string, query: object) => ({
  type: 'timeseries',
  title,
  queries: [{ refId: 'A', datasource: source, query }],
  options: {},
})

/** Rates of a node-exporter through the datasource `prometheus`, and this machine through `machine`. */
export const nodeDashboard = resource('dashboard', 'node', 'Node', {
  time: { from: 'now-1m', to: 'now' },
  refresh: '1s',
  panels: {
    cpu: panel('CPU', 'prometheus', {
      type: 'range',
      expr: 'rate(node_cpu_seconds_total[$__rate_interval])',
      legend: '{{cpu}} {{mode}}',
    }),
    network: panel('Network', 'prometheus', {
      type: 'range',
      expr: 'rate(node_network_receive_bytes_total[$__rate_interval])',
      legend: '{{device}}',
    }),
    machine: panel('Machine', 'machine', { type: 'range', metric: 'cpu_busy', legend: 'busy' }),
  },
  layout: {
    type: 'grid',
    items: [
      { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
      { panel: 'network', x: 12, y: 0, w: 12, h: 8 },
      { panel: 'machine', x: 0, y: 8, w: 24, h: 6 },
    ],
  },
})

/** A new folder with a file for each document. */
export function provisioningFolder(...documents: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-provisioning-'))
  documents.forEach((document, i) => writeFileSync(join(folder, `${i}.json`), JSON.stringify(document)))
  return folder
}
