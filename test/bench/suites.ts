import type { Figures } from './measure.ts'

export interface Suite {
  /** Its heading on the page of figures. */
  readonly title: string
  /** Imports a module whose default export takes the figures. */
  readonly load: () => Promise<{ readonly default: () => Promise<readonly Figures[]> }>
}

/** What can be measured, by the name that chooses it. */
export const suites: Readonly<Record<string, Suite>> = {
  dashboard: { title: 'A dashboard of 50 panels', load: () => import('./dashboard.ts') },
  format: { title: 'Names and texts', load: () => import('./format.ts') },
  frames: { title: 'Frames', load: () => import('./frames.ts') },
  live: { title: 'Live', load: () => import('./live.ts') },
  panels: { title: 'Panels of a dashboard', load: () => import('./panels.ts') },
  prometheus: { title: 'Reading Prometheus', load: () => import('./prometheus.ts') },
  server: { title: 'Server', load: () => import('./server.ts') },
  plugins: { title: 'Many plugins', load: () => import('./plugins.ts') },
  start: { title: 'Start and first panel', load: () => import('./start.ts') },
  chart: { title: 'Charts', load: () => import('./chart.ts') },
}
