import {
  expressionQueryOf,
  libraryPanelsOf,
  scopedVariables,
  type DashboardSpec,
  type PanelQuery,
  type PanelSpec,
  type Variable,
  type VariableOf,
} from '@orrery/dashboard'
import { EXPRESSIONS } from '@orrery/query'

export interface SavedQuery {
  /** Its id, or a variable of data sources: `$source`. */
  readonly datasource: string
  readonly query: unknown
}

export interface PlacedQuery {
  readonly query: SavedQuery
  /** From the root of the resource. */
  readonly path: string
}

/** What asks a datasource: an expression needs nothing more than the queries that it is calculated of. */
const askedOf = (queries: readonly PanelQuery[], path: string): readonly PlacedQuery[] =>
  queries.flatMap((query, index) =>
    query.datasource === EXPRESSIONS ? [] : [{ query, path: `${path}/${index}/query` }],
  )

/** The queries of a panel that stands at `path`. */
export const queriesOfPanel = ({ queries }: PanelSpec, path: string): readonly PlacedQuery[] =>
  askedOf(queries, `${path}/queries`)

const queriesOfVariable = (variable: VariableOf<'query'>, path: string): readonly PlacedQuery[] => {
  const calculated = expressionQueryOf(variable)
  return calculated ? askedOf(calculated.queries, `${path}/queries`) : [{ query: variable, path }]
}

/** All queries of a dashboard, with their places: of panels, annotations, and variables. */
export const queriesOf = (spec: DashboardSpec): readonly PlacedQuery[] => [
  ...Object.entries(spec.panels).flatMap(([id, panel]) => queriesOfPanel(panel, `/spec/panels/${id}`)),
  ...(spec.annotations ?? []).flatMap((query, index) =>
    query.type === 'query' ? [{ query, path: `/spec/annotations/${index}/query` }] : [],
  ),
  ...scopedVariables(spec).flatMap(({ key, variable }) =>
    variable.type === 'query' ? queriesOfVariable(variable, `/spec/variables/${key}/query`) : [],
  ),
]

// What runs is the datasource and the text; a new name or place of the same query is no new query.
export const textOf = ({ datasource, query }: SavedQuery): string => JSON.stringify([datasource, query])

/**
 * What viewers may put into queries, and which data sources and keys they may choose from; and the panels of the library,
 * whose queries they ask with that.
 */
export const reachOf = (spec: DashboardSpec): readonly string[] => [
  ...scopedVariables(spec).map(({ key, variable }) => JSON.stringify([key, toReach(variable)])),
  ...libraryPanelsOf(spec).map((library) => JSON.stringify({ library })),
]

const toReach = (variable: Variable): unknown => {
  const { name: _, label: _label, description: _description, hide: _hide, keepOutOfAddress: _keep, ...reach } = variable
  return reach
}

/** The type of datasource that a variable of data sources stands for; undefined where the name is of none. */
export function typeOfVariable(spec: DashboardSpec, datasource: string): string | undefined {
  const name = /^\$\{?(\w+)\}?$/.exec(datasource)?.[1]
  const found = scopedVariables(spec).find(({ variable }) => variable.type === 'datasource' && variable.name === name)
  return found?.variable.type === 'datasource' ? found.variable.plugin : undefined
}
