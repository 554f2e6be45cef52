import type { AnyContribution, Door } from '@orrery/kernel'
import type { DashboardSpec } from './dashboard.ts'

/** Makes a dashboard that asks the datasource of this id. */
export type StarterDashboard = (datasource: string) => DashboardSpec

/** A dashboard that a plugin offers to who has the data for it. Once it is added it is a dashboard like any other. */
export interface Starter extends Omit<AnyContribution, 'kind'> {
  readonly description: string
  /** Id of the datasource contribution that it asks: `prometheus`. */
  readonly datasource: string
  /** A query of that datasource that answers a series or row exactly where the dashboard has something to show. */
  readonly finds: Readonly<Record<string, unknown>>
  readonly dashboard: Door<'shared', StarterDashboard>
}

export const defineStarter = (starter: Starter) => ({ kind: 'starter', ...starter }) as const
