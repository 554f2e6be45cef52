import { Dashboard, type DashboardSpec, type DashboardText } from '@orrery/dashboard'
import { canonicalText } from '@orrery/resource'
import { check } from '@orrery/sdk'
import type { Stored } from '../api/resources.ts'
import { t } from '../text.ts'

/** A dashboard while it is edited: a value that is replaced, never changed; what is the same in two of them is shared. */
export interface Draft {
  readonly title: string
  /** Id of a folder; at the top when absent. */
  readonly folder?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly spec: DashboardSpec
}

export function toDraft({ resource }: Pick<Stored, 'resource'>): Draft {
  const { title, folder, labels } = resource.metadata
  const spec = check(Dashboard.spec, resource.spec, t('The dashboard {id}', { id: resource.id }))
  return { title, ...(folder !== undefined && { folder }), ...(labels && { labels }), spec }
}

/** The resource to store. */
export function toResource({ spec, ...metadata }: Draft, id: string, namespace: string): Stored['resource'] {
  const { apiVersion, kind } = Dashboard
  const { labels, ...rest } = metadata
  return {
    apiVersion,
    kind,
    namespace,
    id,
    metadata: { ...rest, ...(labels && { labels: { ...labels } }) },
    spec,
  }
}

/** What a dashboard is before anybody adds to it; in a folder where one is named. */
export const emptyDraft = (folder?: string): Draft => ({
  title: '',
  ...(folder !== undefined && { folder }),
  spec: { time: { from: 'now-1h', to: 'now' }, panels: {}, layout: { type: 'grid', items: [] } },
})

/** Whether two drafts say the same, however their objects are ordered. */
export const isSameDraft = (a: Draft, b: Draft): boolean =>
  a === b || canonicalText(toResource(a, 'x', 'x')) === canonicalText(toResource(b, 'x', 'x'))

/** What of a draft is compared and merged. */
export const toText = ({ spec, ...metadata }: Draft): DashboardText => ({ metadata, spec })
export const fromText = ({ metadata, spec }: DashboardText): Draft => ({ ...metadata, spec })
