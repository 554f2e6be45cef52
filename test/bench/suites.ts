import type { Figures } from './measure.ts'

export interface Suite {
  /** Its heading on the page of figures. */
  readonly title: string
  /** Imports a module whose default export takes the figures. */
  readonly load: () => Promise<{ readonly default: () => Promise<readonly Figures[]> }>
}

/** What can be measured, by the name that chooses it. */
export const suites: Readonly<Record<string, Suite>> = {
  frames: { title: 'Frames', load: () => import('./frames.ts') },
  panels: { title: 'Panels of a dashboard', load: () => import('./panels.ts') },
  start: { title: 'Start and first panel', load: () => import('./start.ts') },
}
