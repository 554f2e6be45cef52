import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const gauge = definePanel({
  id: 'gauge',
  title: 'Gauge',
  description: 'A value between its lowest and highest, as an arc or a circle.',
  icon: 'gauge',
  options: Options,
  accepts: ['series', 'numeric', 'table'],
  view: web(() => import('./ui/GaugePanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Gauge',
  description: 'Panels that show how far values are between their lowest and highest.',
  contributes: [gauge],
  locales: { de: web(() => import('./locales/de.ts')) },
})
