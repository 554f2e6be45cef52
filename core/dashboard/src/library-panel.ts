import { defineKind, type ResourceOf } from '@orrery/resource'
import { Ref, Type, type Static } from '@orrery/schema'
import type { DashboardSpec } from './dashboard.ts'
import { PanelSpec } from './panel-spec.ts'

/** A panel that is kept once and shown on many dashboards, each with its own variables and time. */
export const LibraryPanel = defineKind({
  kind: 'library-panel',
  plural: 'library-panels',
  title: 'Library panel',
  apiVersion: 'orrery.dev/v1',
  spec: PanelSpec,
})
export type LibraryPanel = ResourceOf<typeof LibraryPanel>

/** A place of a dashboard where a panel of the library is shown. */
export const LibraryPanelUse = Type.Object(
  {
    library: Ref('library-panel', { title: 'Library panel' }),
    /** Shown on this dashboard instead of the panel's own. */
    title: Type.Optional(Type.String({ maxLength: 256, title: 'Title' })),
  },
  { additionalProperties: false },
)
export type LibraryPanelUse = Static<typeof LibraryPanelUse>

/** Ids of the library panels that a dashboard shows, each once. */
export const libraryPanelsOf = ({ libraryPanels = {} }: DashboardSpec): readonly string[] => [
  ...new Set(Object.values(libraryPanels).map(({ library }) => library)),
]

const titled = new WeakMap<PanelSpec, Map<string, PanelSpec>>()

/** A panel under another title: the same object for the same title, so that it is not drawn anew. */
function withTitle(panel: PanelSpec, title: string | undefined): PanelSpec {
  if (title === undefined || title === panel.title) return panel
  const byTitle = titled.get(panel) ?? new Map<string, PanelSpec>()
  titled.set(panel, byTitle)
  const found = byTitle.get(title) ?? { ...panel, title }
  byTitle.set(title, found)
  return found
}

/**
 * The dashboard as it is drawn and asked: its `panels` hold those of the library too, under the ids that they have on it.
 * One that `find` does not know is missing there. The same spec where the dashboard shows none of the library.
 */
export function withLibraryPanels(
  spec: DashboardSpec,
  find: (library: string) => PanelSpec | undefined,
): DashboardSpec {
  if (!spec.libraryPanels) return spec
  const found = Object.entries(spec.libraryPanels).flatMap(([id, { library, title }]) => {
    const panel = find(library)
    return panel ? [[id, withTitle(panel, title)] as const] : []
  })
  return { ...spec, panels: { ...Object.fromEntries(found), ...spec.panels } }
}
