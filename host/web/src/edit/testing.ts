import type { DashboardSpec, PanelSpec } from '@orrery/dashboard'
import type { Draft } from './draft.ts'

export const panelOf = (title: string): PanelSpec => ({ type: 'stat', title, queries: [], options: {} })

/** Two panels side by side. */
export const draftOfTwo = (): Draft => ({
  title: 'Nodes',
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: { cpu: panelOf('CPU'), memory: panelOf('Memory') },
    layout: {
      type: 'grid',
      items: [
        { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
        { panel: 'memory', x: 12, y: 0, w: 12, h: 8 },
      ],
    },
  } satisfies DashboardSpec,
})
