import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { ColumnOptions } from './column-options.ts'
import { Options } from './options.ts'

export const table = definePanel({
  id: 'table',
  title: 'Table',
  description: 'Rows and columns, sorted, formatted and coloured.',
  icon: 'table',
  options: Options,
  fieldOptions: ColumnOptions,
  accepts: ['table', 'numeric', 'series', 'logs', 'exemplars', 'annotations'],
  explores: ['table', 'numeric'],
  view: web(() => import('./ui/TablePanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Table',
  description: 'Panels of rows and columns, for tables and for the values of series.',
  contributes: [table],
  locales: { de: web(() => import('./locales/de.ts')) },
})
