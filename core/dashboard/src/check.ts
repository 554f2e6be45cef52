import { checkResource, ResourceError } from '@orrery/resource'
import type { DashboardSpec } from './dashboard.ts'
import { DashboardError, type DashboardProblem } from './errors.ts'
import { layoutProblems } from './layout/check-layout.ts'
import { timeProblems } from './time-settings.ts'
import { LibraryPanel } from './library-panel.ts'
import type { PanelSpec } from './panel-spec.ts'
import { expressionsProblems, transformationProblems } from './shape-problems.ts'
import { variableProblems } from './variables/check-variables.ts'
import { variablesOfPanel } from './variables/scope.ts'

/**
 * What the schema cannot say of a dashboard: ranges end after they begin; the layout shows panels that exist, each once,
 * inside the grid and side by side; ids of panels, names of variables, annotations and a panel's queries are unique;
 * defaults of variables are admitted by them, and no variable depends on itself; expressions can be calculated, and
 * transformations of the host have options that they take.
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
  ...Object.entries(spec.panels).flatMap(([id, panel]) => {
    const known = variablesOfPanel(spec, id)
    return panelProblems(panel, `/panels/${id}`, (name) => name.startsWith('__') || known.has(name))
  }),
]

const panelProblems = (
  { queries, transformations = [] }: PanelSpec,
  path: string,
  isVariable: (name: string) => boolean,
): readonly DashboardProblem[] => [
  ...repeated(queries.map(({ refId }) => refId)).map((index) => ({
    path: `${path}/queries/${index}/refId`,
    message: `is "${queries[index]!.refId}" again, which names another query of the panel`,
  })),
  ...expressionsProblems(queries, `${path}/queries`, isVariable),
  ...transformationProblems(transformations, `${path}/transformations`),
]

/** Passes a dashboard that is sound, or throws DASHBOARD_INVALID with every problem. */
export function checkDashboard(spec: DashboardSpec): void {
  const problems = dashboardProblems(spec)
  if (problems.length) throw new DashboardError('DASHBOARD_INVALID', { problems })
}

/** A panel of the library that is sound; RESOURCE_INVALID with every problem. */
export function checkLibraryPanel(value: unknown): LibraryPanel {
  const resource = checkResource(LibraryPanel, value)
  // Which variables there are is known on a dashboard only.
  const problems = panelProblems(resource.spec, '/spec', () => true).map((problem) => ({
    ...problem,
    keyword: 'sound',
  }))
  if (problems.length)
    throw new ResourceError('RESOURCE_INVALID', { subject: `The library panel "${resource.id}"`, problems })
  return resource
}

/** Indexes of the values that stood before. */
const repeated = (values: readonly string[]) =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
