import { Variable, type VariableOf } from '@orrery/dashboard'
import { mapTexts, Type, type TObject, type TSchema } from '@orrery/sdk'
import type { Contributed } from '../plugins/plugin-list.ts'
import type { DatasourceChoice } from '../query/datasource-choices.ts'
import { newQuery } from '../query/query-list.ts'
import { t } from '../text.ts'

export type VariableType = Variable['type']

/** What people call the types, in the order in which they are offered. */
export const variableTypes = (): readonly {
  readonly value: VariableType
  readonly label: string
  readonly hint: string
}[] => [
  { value: 'query', label: t('Query'), hint: t('Values that a data source knows') },
  { value: 'choice', label: t('List'), hint: t('Values that you write') },
  { value: 'text', label: t('Text'), hint: t('Whatever viewers type') },
  { value: 'interval', label: t('Interval'), hint: t('Durations, or one that follows the time range') },
  { value: 'datasource', label: t('Data source'), hint: t('Which data source the queries ask') },
  { value: 'switch', label: t('Switch'), hint: t('One of two values') },
  { value: 'constant', label: t('Constant'), hint: t('One value, written once') },
  { value: 'filters', label: t('Filters'), hint: t('Conditions that viewers add to all queries of a data source') },
  { value: 'groupBy', label: t('Group by'), hint: t('Keys that viewers group by') },
]

// The kinds of the union are objects, as their file has them.
const members = (Variable as unknown as { anyOf: readonly TObject[] }).anyOf

const memberOf = (type: VariableType): TObject =>
  members.find(({ properties }) => (properties['type'] as { const?: unknown } | undefined)?.const === type)!

const general = ['name', 'label'] as const
const hiding = ['description', 'hide', 'keepOutOfAddress'] as const
/** What has a control of its own. */
const own = new Set(['type', 'datasource', 'query', 'options', 'staticOptions', 'default', ...general, ...hiding])

const pick = (type: VariableType, names: readonly string[]): TObject => {
  const { properties } = memberOf(type)
  // Properties of an object's schema are schemas.
  const picked = Object.fromEntries(names.map((name) => [name, properties[name] as TSchema]))
  return mapTexts(Type.Object(picked, { additionalProperties: false }), t)
}

/** The schemas of a variable's form: what it is called, what it is, how it is shown. */
export const formOf = (type: VariableType) => ({
  general: pick(type, general),
  details: pick(
    type,
    Object.keys(memberOf(type).properties).filter(
      (name) =>
        !own.has(name) ||
        (name === 'default' && (type === 'text' || type === 'switch')) ||
        (name === 'options' && type === 'interval'),
    ),
  ),
  hiding: pick(type, hiding),
})

/** A name that no variable has yet. */
export function freeName(variables: readonly Variable[], wanted: string): string {
  const taken = new Set(variables.map(({ name }) => name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}_${n}`
    if (!taken.has(name)) return name
  }
}

/** What the query of a variable begins with. */
export const newVariableQuery = (type: Contributed | undefined): Record<string, unknown> => {
  // The host checked the manifest.
  const own = type?.data['variableQuery'] as Record<string, unknown> | undefined
  return own ? { ...own } : newQuery(type)
}

/** A variable of a type as it begins, with what it has in common with the one before. */
export function newVariable(
  type: VariableType,
  common: Pick<VariableOf<'text'>, 'name' | 'label' | 'description' | 'hide' | 'keepOutOfAddress'>,
  source: DatasourceChoice | undefined,
): Variable {
  const datasource = source?.id ?? ''
  switch (type) {
    case 'query':
      return { type, ...common, datasource, query: newVariableQuery(source?.type), refresh: 'load' }
    case 'choice':
      return { type, ...common, options: [{ value: 'a' }, { value: 'b' }] }
    case 'text':
      return { type, ...common, default: '' }
    case 'interval':
      return { type, ...common, options: ['1m', '5m', '15m', '1h', '6h', '1d'] }
    case 'datasource':
      return { type, ...common, plugin: source?.type?.id ?? 'prometheus' }
    case 'switch':
      return { type, ...common, on: 'true', off: 'false' }
    case 'constant':
      return { type, ...common, value: '' }
    case 'filters':
    case 'groupBy':
      return { type, ...common, datasource }
  }
}
