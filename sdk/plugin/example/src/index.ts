import { defineDatasource, definePanel, definePlugin, server, shared, web } from '@orrery/sdk'

import { BigOptions, Options, Query } from './options.ts'

const sensors = defineDatasource({
  id: 'sensors',
  title: 'Sensors',
  options: Options,
  query: Query,
  connect: server(() => import('./server/connect.ts')),
})

const big = definePanel({
  id: 'big',
  title: 'Big number',
  options: BigOptions,
  accepts: ['series'],
  view: web(() => import('./ui/big-panel.ts')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({ title: 'Sensors', contributes: [sensors, big] })
