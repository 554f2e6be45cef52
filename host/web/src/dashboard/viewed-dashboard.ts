import { Dashboard, libraryPanelsOf, type DashboardSpec } from '@orrery/dashboard'
import { getResource } from '../api/resources.ts'
import { drawnSpec, emptyDraft, toDraft, type Draft } from '../edit/draft.ts'
import { loadLibraryPanels, type StoredLibraryPanel } from '../library-panels/stored-panel.ts'
import { t } from '../text.ts'

/** A dashboard as the viewer sees it. */
export interface ViewedDashboard {
  /** {@link NEW_DASHBOARD} for one that is not saved yet. */
  readonly id: string
  /** Absent for one that is not saved yet. */
  readonly revision: string | undefined
  /** The number of the change that made it so. */
  readonly change: number
  readonly title: string
  /** With the panels of the library in their places. */
  readonly spec: DashboardSpec
  /** What the host has, while `spec` is edited. */
  readonly saved?: DashboardSpec | undefined
  /** Who keeps it elsewhere: it can not be replaced here then. */
  readonly managedBy?: string | undefined
}

/** A dashboard as the host has it. */
export interface LoadedDashboard extends ViewedDashboard {
  readonly draft: Draft
  /** The panels of the library that it shows, as far as they are there. */
  readonly library: readonly StoredLibraryPanel[]
}

/** Stands in the address for a dashboard that is not there yet, so that none can have this id. */
export const NEW_DASHBOARD = 'new'

export interface LoadedFrom {
  readonly id: string
  /** Id of the folder that a new one goes into. */
  readonly folder?: string | undefined
}

export async function loadDashboard({ id, folder }: LoadedFrom, signal: AbortSignal): Promise<LoadedDashboard> {
  if (id === NEW_DASHBOARD) {
    const draft = emptyDraft(folder)
    return { id, revision: undefined, change: 0, title: t('New dashboard'), spec: draft.spec, draft, library: [] }
  }
  const stored = await getResource(Dashboard.plural, id, signal)
  const document = toDraft(stored)
  const library = await loadLibraryPanels(libraryPanelsOf(document.spec), signal)
  const texts = Object.fromEntries(library.map((each) => [each.id, each.panel]))
  const draft = library.length > 0 ? { ...document, library: texts } : document
  const { revision, change, managedBy } = stored
  return { id, revision, change, title: draft.title, spec: drawnSpec(draft), draft, library, managedBy }
}
