import { VariableOptionList, type VariableOptionsQuery as VariableOptionsSchema } from '@orrery/api'
import type { Variable, VariableOption } from '@orrery/dashboard'
import { toDetailed, type DetailedValue, type Static, type VariableScope, type VariableValues } from '@orrery/sdk'
import { requestJson } from '../api/client.ts'
import { session } from '../api/session.ts'
import { findContribution } from '../plugins/plugin-list.ts'
import type { DatasourceChoice } from '../query/datasource-choices.ts'

type VariableOptionsQuery = Static<typeof VariableOptionsSchema>

/** Asks the host for the options of a variable. */
export async function listVariableOptions(
  query: VariableOptionsQuery,
  signal: AbortSignal,
): Promise<readonly VariableOption[]> {
  const path = `/api/v1/ns/${encodeURIComponent(session.namespace)}/variable-options`
  return (await requestJson(VariableOptionList, path, { method: 'POST', body: query, signal })).options
}

type WireValues = NonNullable<VariableOptionsQuery['variables']>
type WireScope = NonNullable<VariableOptionsQuery['scope']>

/** Values as a request takes them: arrays of its own. */
export const toWireValues = (values: VariableValues): WireValues => structuredClone(values) as WireValues

/** What variables hold as a request for a draft takes it; built-in ones, which the host knows itself, are left out. */
export const toWireScope = (scope: VariableScope): WireScope =>
  structuredClone(
    Object.fromEntries(
      Object.entries(scope)
        .filter(([name]) => !name.startsWith('__'))
        .map(([name, value]): [string, DetailedValue] => [name, toDetailed(value)]),
    ),
  ) as WireScope

/** The values alone, All as the list of all. */
export const plainValues = (scope: VariableScope): VariableValues =>
  Object.fromEntries(
    Object.entries(scope)
      .filter(([name]) => !name.startsWith('__'))
      .map(([name, value]) => [name, toDetailed(value).value]),
  )

/** Variables that may stand in place of a data source. */
export const datasourceVariables = (variables: readonly Variable[]): readonly DatasourceChoice[] =>
  variables.flatMap((variable) => {
    if (variable.type !== 'datasource') return []
    const id = `$${variable.name}`
    return [{ id, title: id, isDefault: false, type: findContribution('datasource', variable.plugin) }]
  })

/** A variable for a request: what the page holds may be read-only. */
export const toWireVariable = (variable: Variable): Variable => structuredClone(variable)
