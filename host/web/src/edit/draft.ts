import {
  Dashboard,
  libraryPanelsOf,
  panelEntry,
  isLibraryPanelUse,
  withLibraryPanels,
  type DashboardSpec,
  type DashboardText,
  type PanelSpec,
} from '@orrery/dashboard'
import { canonicalText, ResourceError } from '@orrery/resource'
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
  /** Panels of the library as they are edited here, by their ids; one that could not be loaded is not there. */
  readonly library?: Readonly<Record<string, PanelSpec>>
}

/** What can be edited of it: RESOURCE_READ_ONLY for one of another version, SCHEMA_INVALID where a newer host wrote more. */
export function toDraft({ resource }: Pick<Stored, 'resource'>): Draft {
  const { apiVersion, kind, namespace, id } = resource
  if (apiVersion !== Dashboard.apiVersion) {
    const reason = t('it is of {version}, and this host reads {own}', {
      version: apiVersion,
      own: Dashboard.apiVersion,
    })
    throw new ResourceError('RESOURCE_READ_ONLY', { key: { namespace, kind, id }, reason })
  }
  const { title, folder, labels } = resource.metadata
  const spec = check(Dashboard.spec, resource.spec, t('The dashboard {id}', { id }))
  return { title, ...(folder !== undefined && { folder }), ...(labels && { labels }), spec }
}

/** The resource to store. */
export function toResource(draft: Draft, id: string, namespace: string): Stored['resource'] {
  const { spec, library: _, ...metadata } = draft
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

const canonical = (draft: Draft, library?: unknown) =>
  canonicalText({ ...toResource(draft, 'x', 'x'), spec: { ...draft.spec, library } })

/** Whether two drafts say the same of the dashboard itself, however their objects are ordered. */
export const isSameDocument = (a: Draft, b: Draft): boolean => a === b || canonical(a) === canonical(b)

/** Whether two drafts say the same, also of the panels of the library that they show. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  const withShown = (draft: Draft) =>
    canonical(draft, Object.fromEntries(libraryPanelsOf(draft.spec).map((id) => [id, libraryPanel(draft, id)])))
  return a === b || withShown(a) === withShown(b)
}

/** A panel of the library as it is in the draft. */
export const libraryPanel = ({ library = {} }: Draft, id: string): PanelSpec | undefined =>
  Object.hasOwn(library, id) ? library[id] : undefined

/** The dashboard of a draft as it is drawn: with the panels of the library in their places. */
export const drawnSpec = (draft: Draft): DashboardSpec =>
  withLibraryPanels(draft.spec, (library) => libraryPanel(draft, library))

/** A draft with another panel under this id; of one of the library it is the library's panel that changes. */
export function withPanel(draft: Draft, id: string, panel: PanelSpec): Draft {
  const { spec } = draft
  const entry = panelEntry(spec, id)
  if (!entry || !isLibraryPanelUse(entry))
    return { ...draft, spec: { ...spec, panels: { ...spec.panels, [id]: panel } } }
  const library = (own: PanelSpec) => ({ ...draft.library, [entry.library]: own })
  if (entry.title === undefined) return { ...draft, library: library(panel) }
  // Its title is of this dashboard alone.
  const { title, ...rest } = panel
  const use = { ...entry, title }
  return {
    ...draft,
    spec: { ...spec, libraryPanels: { ...spec.libraryPanels, [id]: use } },
    library: library({ ...rest, title: libraryPanel(draft, entry.library)?.title ?? title }),
  }
}

/** What of a draft is compared and merged. */
export function toText({ spec, ...rest }: Draft): DashboardText {
  const { library: _, ...metadata } = rest
  return { metadata, spec }
}
export const fromText = ({ metadata, spec }: DashboardText): Draft => ({ ...metadata, spec })
