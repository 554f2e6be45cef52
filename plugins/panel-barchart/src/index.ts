import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { FieldOptions } from './field-options.ts'
import { Options } from './options.ts'

export const barchart = definePanel({
  id: 'barchart',
  title: 'Bar chart',
  description: 'A bar, or a group of bars, for each of many things.',
  icon: 'chart-column',
  options: Options,
  fieldOptions: FieldOptions,
  accepts: ['numeric', 'table', 'series'],
  view: web(() => import('./ui/BarchartPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Bar chart',
  description: 'Panels that compare things by bars: side by side, stacked, or as shares of a whole.',
  contributes: [barchart],
  locales: { de: web(() => import('./locales/de.ts')) },
})
