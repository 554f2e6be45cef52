import { Dashboard, type DashboardSpec } from '@orrery/dashboard'
import { check } from '@orrery/sdk'
import { getResource } from '../api/resources.ts'
import { t } from '../text.ts'

/** A dashboard as the viewer sees it. */
export interface ViewedDashboard {
  readonly id: string
  readonly revision: string
  /** The number of the change that made it so. */
  readonly change: number
  readonly title: string
  readonly spec: DashboardSpec
}

export async function loadDashboard(id: string, signal: AbortSignal): Promise<ViewedDashboard> {
  const { resource, revision, change } = await getResource(Dashboard.plural, id, signal)
  const spec = check(Dashboard.spec, resource.spec, t('The dashboard {id}', { id }))
  return { id, revision, change, title: resource.metadata.title, spec }
}
