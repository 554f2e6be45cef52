import { defineKind, type ResourceOf } from '@orrery/resource'
import { Choice, Type, type Static } from '@orrery/schema'
import { AnnotationSpec } from './annotation-spec.ts'
import { DashboardLink } from './dashboard-link.ts'
import { Layout } from './layout/layout.ts'
import { LibraryPanelUse } from './library-panel.ts'
import { PanelSpec } from './panel-spec.ts'
import { DashboardTime } from './time-settings.ts'
import { Variable } from './variable.ts'

const closed = { additionalProperties: false } as const

const PanelId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })

export const DashboardSpec = Type.Object(
  {
    description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })),
    /** Words by which dashboards are found together. */
    tags: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 64, title: 'Tag' }), {
        title: 'Tags',
        uniqueItems: true,
        maxItems: 50,
      }),
    ),
    time: DashboardTime,
    /** Refreshes by itself: `5s`, `1m`. */
    refresh: Type.Optional(Type.String({ format: 'duration', title: 'Refresh' })),
    /** Whether the cursor in one panel shows in all others; `shared` when absent. */
    cursor: Type.Optional(
      Choice({ shared: 'Shared by all panels', own: 'Each panel for itself' }, { title: 'Cursor', default: 'shared' }),
    ),
    /** `false` keeps people from changing it by mistake: the editor opens with its settings only. `true` when absent. */
    editable: Type.Optional(Type.Boolean({ title: 'Editable', default: true })),
    variables: Type.Optional(Type.Array(Variable, { maxItems: 100, title: 'Variables' })),
    links: Type.Optional(Type.Array(DashboardLink, { maxItems: 50, title: 'Links' })),
    annotations: Type.Optional(Type.Array(AnnotationSpec, { maxItems: 20, title: 'Annotations' })),
    /** By id: lower case letters, digits and `-`; ids never derive from position. */
    panels: Type.Record(PanelId, PanelSpec, { title: 'Panels', ...closed }),
    /** Panels of the library, by ids that none of `panels` has. */
    libraryPanels: Type.Optional(Type.Record(PanelId, LibraryPanelUse, { title: 'Library panels', ...closed })),
    layout: Layout,
  },
  closed,
)
export type DashboardSpec = Static<typeof DashboardSpec>

export const Dashboard = defineKind({
  kind: 'dashboard',
  plural: 'dashboards',
  title: 'Dashboard',
  apiVersion: 'orrery.dev/v1',
  spec: DashboardSpec,
})
export type Dashboard = ResourceOf<typeof Dashboard>
