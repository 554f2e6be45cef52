import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const timeseries = definePanel({
  id: 'timeseries',
  title: 'Time series',
  description: 'Lines, areas or points over time.',
  icon: 'chart-line',
  options: Options,
  accepts: ['series', 'table'],
  view: web(() => import('./ui/TimeseriesPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Time series',
  description: 'Panels of lines, areas and points over time, with legend, tooltip, thresholds and stacking.',
  contributes: [timeseries],
  locales: { de: web(() => import('./locales/de.ts')) },
})
