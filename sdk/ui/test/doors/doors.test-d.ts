import { definePanel, shared, Type, web, type Summary } from '@orrery/sdk'

const options = Type.Object({ decimals: Type.Number() })
const summary = {} as Summary<{ decimals: number }>
const panel = {
  id: 'p',
  title: 'P',
  options,
  accepts: ['series'] as const,
  summary: shared(() => Promise.resolve({ default: summary })),
}

definePanel({ ...panel, view: web(() => import('./RightPanel.vue')) })
definePanel({ ...panel, view: web(() => import('./NoProps.vue')) })
// @ts-expect-error the component takes other options
definePanel({ ...panel, view: web(() => import('./OtherOptions.vue')) })
// @ts-expect-error the component asks for a property that a panel does not get
definePanel({ ...panel, view: web(() => import('./AsksMore.vue')) })
