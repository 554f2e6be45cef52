import { t } from './text.ts'

/** A next step, as a card. */
export interface Step {
  readonly icon: string
  readonly title: string
  readonly text: string
  readonly link: string
  /** A path of the host. */
  readonly to: string
}

export const steps: readonly Step[] = [
  {
    icon: 'layout-dashboard',
    title: t('Look at a dashboard'),
    text: t('Drag over a chart to zoom all of them, point at one to compare the same moment in the others.'),
    link: t('All dashboards'),
    to: '/',
  },
  {
    icon: 'database',
    title: t('Connect your own data'),
    text: t('Add a datasource, test it, and its queries are there for every panel. Credentials are stored encrypted.'),
    link: t('Add a datasource'),
    to: '/datasources',
  },
  {
    icon: 'plug',
    title: t('See what is installed'),
    text: t('Datasources, panels and pages like this one are plugins. Each is an npm package; you can write your own.'),
    link: t('Installed plugins'),
    to: '/plugins',
  },
]

/** What the parts are, in the order in which data passes them. */
export const parts: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: t('Datasources'),
    text: t(
      'ask a backend and answer with data frames. One comes without any set-up: this machine, sampled every second.',
    ),
  },
  {
    title: t('The host'),
    text: t('runs the queries, keeps dashboards and their history, and decides who may see what.'),
  },
  {
    title: t('Panels'),
    text: t('draw the frames: time series, single numbers, tables.'),
  },
]

/** A key, or keys pressed together, and what it does. */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly text: string
}

export const shortcuts = (isMac: boolean): readonly Shortcut[] => [
  { keys: [isMac ? '⌘' : t('Ctrl'), 'K'], text: t('Find dashboards, pages and commands') },
  { keys: ['←', '→'], text: t('Move the cursor of a chart, point by point') },
  { keys: ['↑', '↓'], text: t('Move through the rows of a table') },
  { keys: ['Esc'], text: t('Close whatever has opened') },
]
