import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const heatmap = definePanel({
  id: 'heatmap',
  title: 'Heatmap',
  description: 'How values are spread, over time.',
  icon: 'grid-3x3',
  options: Options,
  accepts: ['heatmap-cells', 'series', 'table', 'exemplars'],
  explores: ['heatmap-cells'],
  view: web(() => import('./ui/HeatmapPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Heatmap',
  description: 'Panels that show over time how many values are how large: histograms, or buckets of plain values.',
  contributes: [heatmap],
  locales: { de: web(() => import('./locales/de.ts')) },
})
