import { defineDatasource, definePlugin, server, web } from '@orrery/sdk'
import { Options } from './options.ts'
import { Query } from './query.ts'

export const testdata = defineDatasource({
  id: 'testdata',
  title: 'Test data',
  description: 'Made data of every kind: the same seed, range and step give the same data everywhere.',
  icon: 'activity',
  options: Options,
  query: Query,
  live: true,
  annotations: true,
  connect: server(() => import('./server/connect.ts')),
})

export default definePlugin({
  title: 'Test data',
  description: 'Makes data of every kind, seeded and reproducible: to try panels, to learn, and to test with.',
  contributes: [testdata],
  locales: { de: web(() => import('./locales/de.ts')) },
})
