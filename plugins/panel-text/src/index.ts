import { definePanel, definePlugin, shared, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const text = definePanel({
  id: 'text',
  title: 'Text',
  description: 'Markdown, HTML or code, with the values of variables and data.',
  icon: 'type',
  options: Options,
  accepts: ['table', 'numeric', 'series', 'logs', 'exemplars', 'annotations'],
  view: web(() => import('./ui/TextPanel.vue')),
  summary: shared(() => import('./summary.ts')),
})

export default definePlugin({
  title: 'Text',
  description: 'Panels of text beside the data: explanations, links, run books, code.',
  contributes: [text],
  locales: { de: web(() => import('./locales/de.ts')) },
})
