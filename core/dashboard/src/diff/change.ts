import type { Dashboard } from '../dashboard.ts'

/** What of a dashboard people edit. */
export type DashboardText = Pick<Dashboard, 'metadata' | 'spec'>

/** What a change is a change of. */
export type ChangeSubject = 'dashboard' | 'section' | 'panel' | 'query' | 'variable' | 'annotation'

/** One difference between two texts of a dashboard, as a person would tell it. */
export interface DashboardChange {
  readonly subject: ChangeSubject
  readonly action: 'added' | 'removed' | 'moved' | 'resized' | 'changed'
  /** Id or name of the subject; empty for the dashboard itself. */
  readonly id: string
  /** What people call it. */
  readonly title: string
  /** Title of the panel that a query belongs to. */
  readonly panel?: string
  /** Of a panel that was changed: what draws it now. */
  readonly panelType?: string
  /** Of a query that was changed: what it asks now. */
  readonly datasource?: string
  /** Of `changed`: the property of the subject, from the outermost to the innermost. */
  readonly path: readonly string[]
  /** What was there, and what is there now: of `moved` the titles of the sections around it. */
  readonly before?: unknown
  readonly after?: unknown
}

export const change = (
  subject: ChangeSubject,
  action: DashboardChange['action'],
  id: string,
  title: string,
  rest: Partial<Pick<DashboardChange, 'panel' | 'panelType' | 'datasource' | 'path' | 'before' | 'after'>> = {},
): DashboardChange => ({ subject, action, id, title, path: [], ...rest })
