import { defineDatasource, definePlugin, server, web } from '@orrery/sdk'
import { Options, Query } from './options.ts'

export const host = defineDatasource({
  id: 'host',
  title: 'This machine',
  description: 'The machine that the host runs on, and the host itself, sampled every second and kept for an hour.',
  icon: 'server',
  options: Options,
  query: Query,
  live: true,
  connect: server(() => import('./server/connect.ts')),
})

export default definePlugin({
  title: 'This machine',
  description: 'CPU, memory, disk, network and load of the machine, and event loop, requests and queries of the host.',
  contributes: [host],
  locales: { de: web(() => import('./locales/de.ts')) },
  setup: { server: server(() => import('./server/setup.ts')), atStart: true },
})
