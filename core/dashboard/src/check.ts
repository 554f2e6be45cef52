import { checkResource, ResourceError } from '@orrery/resource'
import type { DashboardSpec } from './dashboard.ts'
import { DashboardError, type DashboardProblem } from './errors.ts'
import { layoutProblems } from './layout/check-layout.ts'
import { timeProblems } from './time-settings.ts'
import { LibraryPanel } from './library-panel.ts'
import type { PanelSpec } from './panel-spec.ts'
import { variableProblems } from './variables/check-variables.ts'

/**
 * What the schema cannot say of a dashboard: ranges end after they begin; the layout shows panels that exist, each once,
 * inside the grid and side by side; ids of panels, names of variables, annotations and a panel's queries are unique;
 * defaults of variables are admitted by them, and no variable depends on itself.
 */
export const dashboardProblems = (spec: DashboardSpec): readonly DashboardProblem[] => [
  ...timeProblems(spec.time),
  ...layoutProblems(spec.layout, spec),
  ...variableProblems(spec),
  ...repeated((spec.annotations ?? []).map(({ name }) => name)).map((index) => ({
    path: `/annotations/${index}/name`,
    message: `is "${spec.annotations![index]!.name}" again, which names other annotations`,
  })),
  ...Object.keys(spec.libraryPanels ?? {})
    .filter((id) => Object.hasOwn(spec.panels, id))
    .map((id) => ({ path: `/libraryPanels/${id}`, message: 'has the id of a panel of the dashboard' })),
  ...Object.entries(spec.panels).flatMap(([id, panel]) => queryProblems(panel, `/panels/${id}`)),
]

const queryProblems = ({ queries }: PanelSpec, path: string): readonly DashboardProblem[] =>
  repeated(queries.map(({ refId }) => refId)).map((index) => ({
    path: `${path}/queries/${index}/refId`,
    message: `is "${queries[index]!.refId}" again, which names another query of the panel`,
  }))

/** Passes a dashboard that is sound, or throws DASHBOARD_INVALID with every problem. */
export function checkDashboard(spec: DashboardSpec): void {
  const problems = dashboardProblems(spec)
  if (problems.length) throw new DashboardError('DASHBOARD_INVALID', { problems })
}

/** A panel of the library that is sound; RESOURCE_INVALID with every problem. */
export function checkLibraryPanel(value: unknown): LibraryPanel {
  const resource = checkResource(LibraryPanel, value)
  const problems = queryProblems(resource.spec, '/spec').map((problem) => ({ ...problem, keyword: 'uniqueItems' }))
  if (problems.length)
    throw new ResourceError('RESOURCE_INVALID', { subject: `The library panel "${resource.id}"`, problems })
  return resource
}

/** Indexes of the values that stood before. */
const repeated = (values: readonly string[]) =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
