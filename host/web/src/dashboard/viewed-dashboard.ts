import { Dashboard, type DashboardSpec } from '@orrery/dashboard'
import { check } from '@orrery/sdk'
import { getResource } from '../api/resources.ts'
import { t } from '../text.ts'

/** A dashboard as the viewer sees it. */
export interface ViewedDashboard {
  readonly id: string
  readonly revision: string
  readonly title: string
  readonly spec: DashboardSpec
}

export async function loadDashboard(id: string, signal: AbortSignal): Promise<ViewedDashboard> {
  const { resource, revision } = await getResource(Dashboard.plural, id, signal)
  const spec = check(Dashboard.spec, resource.spec, t('The dashboard {id}', { id }))
  return { id, revision, title: resource.metadata.title, spec }
}
