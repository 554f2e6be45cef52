import type { DashboardSpec } from './dashboard.ts'
import { DashboardError, type DashboardProblem } from './errors.ts'
import { layoutProblems } from './layout/check-layout.ts'
import { admitVariable } from './variables.ts'

/**
 * What the schema cannot say of a dashboard: the layout shows panels that exist, each once, inside the grid and side by
 * side; names of variables, annotations and a panel's queries are unique; defaults of variables are admitted by them.
 */
export const dashboardProblems = (spec: DashboardSpec): readonly DashboardProblem[] => [
  ...layoutProblems(spec.layout, spec),
  ...variableProblems(spec.variables ?? []),
  ...repeated((spec.annotations ?? []).map(({ name }) => name)).map((index) => ({
    path: `/annotations/${index}/name`,
    message: `is "${spec.annotations![index]!.name}" again, which names other annotations`,
  })),
  ...Object.entries(spec.panels).flatMap(([id, panel]) =>
    repeated(panel.queries.map(({ refId }) => refId)).map((index) => ({
      path: `/panels/${id}/queries/${index}/refId`,
      message: `is "${panel.queries[index]!.refId}" again, which names another query of the panel`,
    })),
  ),
]

/** Passes a dashboard that is sound, or throws DASHBOARD_INVALID with every problem. */
export function checkDashboard(spec: DashboardSpec): void {
  const problems = dashboardProblems(spec)
  if (problems.length) throw new DashboardError('DASHBOARD_INVALID', { problems })
}

/** Indexes of the values that stood before. */
const repeated = (values: readonly string[]) =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))

function variableProblems(variables: NonNullable<DashboardSpec['variables']>): DashboardProblem[] {
  const again = new Set(repeated(variables.map(({ name }) => name)))
  return variables.flatMap((variable, index) => {
    const { name } = variable
    const problems: DashboardProblem[] = []
    if (again.has(index))
      problems.push({ path: `/variables/${index}/name`, message: `is "${name}" again, which names another variable` })
    if (name.startsWith('__'))
      problems.push({
        path: `/variables/${index}/name`,
        message: `is "${name}", but names that begin with __ are built in`,
      })
    if (variable.type !== 'filters' && variable.default !== undefined && !admitVariable(variable, variable.default))
      problems.push({ path: `/variables/${index}/default`, message: `is not a value that variable "${name}" admits` })
    return problems
  })
}
