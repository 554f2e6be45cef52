import { isLibraryPanelUse, LibraryPanel, libraryPanelsOf, panelEntry, withLibraryPanels } from '@orrery/dashboard'
import type { DashboardSpec, PanelSpec } from '@orrery/dashboard'
import type { Resource } from '@orrery/resource'
import type { CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import type { PlanContext } from './plan.ts'

/** A saved dashboard with the panels of the library that it shows, as these are now. */
export async function withLibrary(
  { store, namespace }: PlanContext,
  dashboard: Resource<DashboardSpec>,
): Promise<Resource<DashboardSpec>> {
  const { kind, apiVersion } = LibraryPanel
  const found = await Promise.all(
    libraryPanelsOf(dashboard.spec).map(async (id) => (await store.get({ namespace, kind, id }))?.resource),
  )
  // One of this version was checked when it was written.
  const readable = found.filter((each) => each?.apiVersion === apiVersion) as Resource<PanelSpec>[]
  const panels = new Map(readable.map(({ id, spec }) => [id, spec]))
  const spec = withLibraryPanels(dashboard.spec, (library) => panels.get(library))
  return spec === dashboard.spec ? dashboard : { ...dashboard, spec }
}

/** Why a panel of a dashboard, which {@link withLibrary} gave, is not there. */
export function missingPanel(spec: DashboardSpec, dashboard: string, panel: string): CodedError {
  const entry = panelEntry(spec, panel)
  return entry && isLibraryPanelUse(entry)
    ? new ServerError('LIBRARY_PANEL_NOT_FOUND', { dashboard, panel, library: entry.library })
    : new ServerError('PANEL_NOT_FOUND', { dashboard, panel })
}
