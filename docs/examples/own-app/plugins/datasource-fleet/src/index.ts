import { defineDatasource, definePlugin, server } from '@orrery/sdk'
import { Options, Query } from './options.ts'

const fleet = defineDatasource({
  id: 'fleet',
  title: 'Fleet',
  description: 'The speed of each van.',
  options: Options,
  query: Query,
  connect: server(() => import('./server/connect.ts')),
})

export default definePlugin({ title: 'Fleet', contributes: [fleet] })
