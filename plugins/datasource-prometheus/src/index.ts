import { defineDatasource, definePlugin, server, web } from '@orrery/sdk'
import { Options, Query } from './options.ts'
import { starters } from './starters/index.ts'

export const prometheus = defineDatasource({
  id: 'prometheus',
  title: 'Prometheus',
  description: 'Metrics of a Prometheus server, or of one that speaks its HTTP API.',
  icon: 'flame',
  options: Options,
  query: Query,
  variableQuery: { type: 'labelValues', label: 'job' },
  filters: true,
  annotations: true,
  connect: server(() => import('./server/connect.ts')),
  editor: web(() => import('./ui/QueryEditor.vue')),
})

export default definePlugin({
  title: 'Prometheus',
  description: 'Asks Prometheus by PromQL: range and instant queries, label names and values.',
  contributes: [prometheus, ...starters],
  locales: { de: web(() => import('./locales/de.ts')) },
})
