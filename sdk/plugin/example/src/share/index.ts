import { defineTransform, shared } from '@orrery/sdk'
import { Options } from './options.ts'

export const share = defineTransform({
  id: 'share',
  title: 'Share of the total',
  group: 'calculate',
  description: 'Divides a field of each frame by the sum of its values.',
  keywords: ['percent', 'part'],
  notes: `
Of a frame of series, the sum is that of all its series. Missing values stay missing. A frame that has no such field, or
whose field is no number, stays as it is.
`,
  options: Options,
  apply: shared(() => import('./apply.ts')),
})
