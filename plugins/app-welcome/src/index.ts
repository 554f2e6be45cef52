import { defineApp, definePlugin, Type, web } from '@orrery/sdk'

export const welcome = defineApp({
  id: 'welcome',
  title: 'Welcome',
  description: 'What Orrery is, and where to begin.',
  options: Type.Object({}, { additionalProperties: false }),
  pages: [
    {
      path: '',
      title: 'Welcome',
      view: web(() => import('./ui/WelcomePage.vue')),
      nav: { icon: 'sparkles' },
    },
  ],
  commands: [
    {
      id: 'open',
      title: 'Open welcome page',
      keywords: ['help', 'start', 'keyboard', 'shortcuts'],
      open: '',
    },
  ],
})

export default definePlugin({
  title: 'Welcome',
  description: 'A first page: what is running, what to do next, and the keys that help.',
  contributes: [welcome],
  locales: { de: web(() => import('./locales/de.ts')) },
})
