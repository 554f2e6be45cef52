import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { FieldOptions } from './field-options.ts'
import { Options } from './options.ts'

export const timeseries = definePanel({
  id: 'timeseries',
  title: 'Time series',
  description: 'Lines, areas, bars or points over time.',
  icon: 'chart-line',
  options: Options,
  fieldOptions: FieldOptions,
  accepts: ['series', 'table', 'exemplars'],
  explores: ['series'],
  view: web(() => import('./ui/TimeseriesPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Time series',
  description:
    'Panels of lines, areas, bars and points over time, with legend, tooltip, axes, thresholds and stacking.',
  contributes: [timeseries],
  locales: { de: web(() => import('./locales/de.ts')) },
})
