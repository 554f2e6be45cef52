import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const stat = definePanel({
  id: 'stat',
  title: 'Stat',
  description: 'One big number for each series or row, with its course behind it.',
  icon: 'hash',
  options: Options,
  accepts: ['series', 'numeric', 'table'],
  view: web(() => import('./ui/StatPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Stat',
  description: 'Panels of big numbers: last, mean, highest and other values, coloured by thresholds.',
  contributes: [stat],
  locales: { de: web(() => import('./locales/de.ts')) },
})
