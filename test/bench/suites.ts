import type { Figures } from './measure.ts'

export interface Suite {
  /** Its heading on the page of figures. */
  readonly title: string
  /** Imports a module whose default export takes the figures. */
  readonly load: () => Promise<{ readonly default: () => Promise<readonly Figures[]> }>
}

/** What can be measured, by the name that chooses it. */
export const suites: Readonly<Record<string, Suite>> = {
  start: { title: 'Start and first panel', load: () => import('./start.ts') },
  plugins: { title: 'Many plugins', load: () => import('./plugins.ts') },
  prometheus: { title: 'Reading Prometheus', load: () => import('./prometheus.ts') },
  frames: { title: 'Frames', load: () => import('./frames.ts') },
  transforms: { title: 'Transformations of a million points', load: () => import('./transforms.ts') },
  server: { title: 'Server', load: () => import('./server.ts') },
  requests: { title: 'Requests', load: () => import('./requests.ts') },
  chart: { title: 'Charts', load: () => import('./chart.ts') },
  panels: { title: 'Panels', load: () => import('./panels.ts') },
  table: { title: 'Table of a million rows', load: () => import('./table.ts') },
  heatmap: { title: 'Heatmaps', load: () => import('./heatmap.ts') },
  values: { title: 'Panels of single values', load: () => import('./values.ts') },
  refresh: { title: 'Refreshes of bar charts and texts', load: () => import('./refresh.ts') },
  dashboard: { title: 'Dashboards of 50 and 100 panels', load: () => import('./dashboard.ts') },
  live: { title: 'Live', load: () => import('./live.ts') },
  editor: { title: 'Code editor', load: () => import('./editor.ts') },
  format: { title: 'Names and texts', load: () => import('./format.ts') },
  memo: { title: 'Shaping what is known', load: () => import('./memo.ts') },
  expressions: { title: 'Expressions', load: () => import('./expressions.ts') },
}
