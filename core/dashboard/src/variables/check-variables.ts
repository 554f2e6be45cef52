import { usedVariables } from '@orrery/format'
import { EXPRESSIONS } from '@orrery/query'
import { validate } from '@orrery/schema'
import type { DashboardSpec } from '../dashboard.ts'
import type { DashboardProblem } from '../errors.ts'
import { ExpressionQuery } from '../expression-query.ts'
import type { Layout } from '../layout/layout.ts'
import { expressionsProblems } from '../shape-problems.ts'
import type { Variable } from '../variable.ts'
import { isAsked, isValueVariable } from '../variables.ts'
import { ownOptions } from './options.ts'
import { circularVariables, variableKey } from './scope.ts'
import { admitValue } from './values.ts'

type Spec = Pick<DashboardSpec, 'variables' | 'layout'>

interface Declared {
  readonly path: string
  readonly section: string | undefined
  readonly variables: readonly Variable[]
}

/** Every list of variables of a dashboard, with its place. */
const declaredIn = (layout: Layout, path: string): readonly Declared[] =>
  'sections' in layout
    ? layout.sections.flatMap(({ id, variables = [], layout: inner }, index) => [
        { path: `${path}/sections/${index}/variables`, section: id, variables },
        ...declaredIn(inner, `${path}/sections/${index}/layout`),
      ])
    : []

/** What is wrong with the variables: names that are not theirs alone, defaults that they do not admit, circles. */
export function variableProblems(spec: Spec): readonly DashboardProblem[] {
  const all = [
    { path: '/variables', section: undefined, variables: spec.variables ?? [] },
    ...declaredIn(spec.layout, '/layout'),
  ]
  const known = new Set(all.flatMap(({ variables }) => variables.map(({ name }) => name)))
  const circular = new Set(circularVariables(spec).map(({ key }) => key))
  return all.flatMap(({ path, section, variables }) =>
    variables.flatMap((variable, index) => {
      const names = variables.map(({ name }) => name)
      const isCircular = circular.has(variableKey(section, variable.name))
      return [
        ...nameMessages(variable.name, names.indexOf(variable.name) < index).map((message) => ({
          path: `${path}/${index}/name`,
          message,
        })),
        ...(admitsDefault(variable)
          ? []
          : [
              {
                path: `${path}/${index}/default`,
                message: `is not a value that variable "${variable.name}" admits`,
              },
            ]),
        ...calculatedProblems(variable, `${path}/${index}/query`, known),
        ...(isCircular ? [{ path: `${path}/${index}`, message: `depends on itself: "${variable.name}"` }] : []),
      ]
    }),
  )
}

/** What is wrong with the queries that its options are calculated of. */
function calculatedProblems(variable: Variable, path: string, known: ReadonlySet<string>): readonly DashboardProblem[] {
  if (variable.type !== 'query' || variable.datasource !== EXPRESSIONS) return []
  const found = validate(ExpressionQuery, variable.query)
  if (!found.ok) return found.problems.map((problem) => ({ path: path + problem.path, message: problem.message }))
  const { queries, show } = found.value
  const names = queries.map(({ refId }) => refId)
  return [
    ...names.flatMap((name, index) =>
      names.indexOf(name) < index
        ? [{ path: `${path}/queries/${index}/refId`, message: `is "${name}" again, which names another query` }]
        : [],
    ),
    ...(names.includes(show) ? [] : [{ path: `${path}/show`, message: `is "${show}", which names no query` }]),
    ...expressionsProblems(queries, `${path}/queries`, (name) => name.startsWith('__') || known.has(name)),
  ]
}

const nameMessages = (name: string, isAgain: boolean): readonly string[] => [
  ...(isAgain ? [`is "${name}" again, which names another variable`] : []),
  ...(name.startsWith('__') ? [`is "${name}", but names that begin with __ are built in`] : []),
]

/** Whether the default is admitted, as far as the dashboard alone tells. */
function admitsDefault(variable: Variable): boolean {
  if (!isValueVariable(variable) || variable.type === 'constant' || variable.type === 'switch') return true
  if (variable.default === undefined || isAsked(variable)) return true
  const options = ownOptions(variable, {})
  const isFilled = options.some(({ value }) => usedVariables(value).some((name) => !name.startsWith('__')))
  return isFilled || admitValue(variable, variable.default, options)
}
