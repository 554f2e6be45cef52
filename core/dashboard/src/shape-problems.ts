import { usedVariables } from '@orrery/format'
import {
  builtInTransforms,
  Expression,
  EXPRESSIONS,
  expressionProblems,
  type ExpressionNode,
  type Transformation,
} from '@orrery/query'
import { validate, withDefaults, type Problem } from '@orrery/schema'
import type { DashboardProblem } from './errors.ts'
import type { PanelQuery } from './panel-spec.ts'

const below = (prefix: string, problems: readonly Problem[]): readonly DashboardProblem[] =>
  problems.map(({ path, message }) => ({ path: prefix + path, message }))

/**
 * Why expressions among these queries, whose list stands at `path`, cannot be calculated whatever the data: they are of no
 * kind, cannot be read, take what is not there, or stand on themselves.
 */
export function expressionsProblems(
  queries: readonly PanelQuery[],
  path: string,
  isVariable: (name: string) => boolean,
): readonly DashboardProblem[] {
  const nodes: ExpressionNode[] = []
  const problems: DashboardProblem[] = []
  const placeOf = (refId: string) => `${path}/${queries.findIndex((query) => query.refId === refId)}/query`
  for (const { refId, datasource, query } of queries) {
    if (datasource !== EXPRESSIONS) continue
    const checked = validate(Expression, withDefaults(Expression, query))
    if (checked.ok) nodes.push({ refId, expression: checked.value })
    else problems.push(...below(placeOf(refId), checked.problems))
  }
  const names = queries.map(({ refId }) => refId)
  const found = expressionProblems(nodes, names, isVariable).map(({ refId, error }) => ({
    path: placeOf(refId),
    message: `cannot be calculated: ${error.message}`,
  }))
  return [...problems, ...found]
}

/**
 * What the host's own transformations refuse of their options; `path` is that of the list. Others are of plugins, and those
 * with variables in their options are checked when these have values.
 */
export const transformationProblems = (steps: readonly Transformation[], path: string): readonly DashboardProblem[] =>
  steps.flatMap(({ type, options, version = 1 }, index) => {
    const transform = builtInTransforms.find(({ id }) => id === type)
    if (!transform || version !== (transform.version ?? 1) || usedVariables(options).length > 0) return []
    const checked = validate(transform.options, withDefaults(transform.options, options))
    return checked.ok ? [] : below(`${path}/${index}/options`, checked.problems)
  })
