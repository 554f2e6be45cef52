import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const bargauge = definePanel({
  id: 'bargauge',
  title: 'Bar gauge',
  description: 'A bar for each value, as long as it is large.',
  icon: 'chart-line',
  options: Options,
  accepts: ['series', 'numeric', 'table'],
  view: web(() => import('./ui/BarGaugePanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Bar gauge',
  description: 'Panels of bars that compare values with each other and with their limits.',
  contributes: [bargauge],
  locales: { de: web(() => import('./locales/de.ts')) },
})
