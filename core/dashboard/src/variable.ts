import { AdhocFilter } from '@orrery/query'
import { Choice, Ref, Type, ui, Variants, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

const variable = {
  name: Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_]{0,63}$', title: 'Name' }),
  label: Type.Optional(Type.String({ maxLength: 128, title: 'Label' })),
  description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })),
  /** Name and control are shown when absent. */
  hide: Type.Optional(
    Choice(
      { label: 'The name', menu: 'Outside of the menu', all: 'Altogether' },
      { title: 'Hide', description: 'A variable that is hidden altogether is still set by links.' },
    ),
  ),
  keepOutOfAddress: Type.Optional(
    Type.Boolean({ title: 'Keep out of the address', description: 'Links do not carry its value.' }),
  ),
}

/** One value that may be chosen. */
export const VariableOption = Type.Object(
  {
    value: Type.String({ maxLength: 4096, title: 'Value' }),
    /** What the list shows; the value when absent. */
    text: Type.Optional(Type.String({ maxLength: 4096, title: 'Text' })),
    /** What `${name.property}` writes. */
    properties: Type.Optional(
      Type.Record(Type.String({ maxLength: 128 }), Type.String({ maxLength: 4096 }), { title: 'Properties' }),
    ),
  },
  { ...closed, title: 'Option' },
)
export type VariableOption = Static<typeof VariableOption>

const options = (title: string, least: number) =>
  Type.Array(VariableOption, { minItems: least, maxItems: 10_000, title })

const multi = Type.Optional(Type.Boolean({ title: 'Several values' }))
/** How one or several of listed values are chosen. */
const choosing = {
  multi,
  includeAll: Type.Optional(Type.Boolean({ title: 'Offer All' })),
  allValue: Type.Optional(
    Type.String({
      maxLength: 1024,
      title: 'What All writes',
      description: 'As it is, such as .* for a pattern. Without it, All is every value of the list.',
      ...ui({ showIf: { includeAll: true } }),
    }),
  ),
  /** The first option when absent, or All. */
  default: Type.Optional(Type.Union([Type.String({ maxLength: 4096 }), Type.Array(Type.String({ maxLength: 4096 }))])),
}
const allowCustom = Type.Optional(
  Type.Boolean({ title: 'Other values too', description: 'Viewers may type a value that the list has not.' }),
)
const regex = (title: string, description: string) => Type.Optional(Type.String({ maxLength: 512, title, description }))

export const VariableSort = Choice(
  {
    alphabetical: 'A to Z',
    'alphabetical-desc': 'Z to A',
    caseless: 'A to Z, upper and lower case alike',
    'caseless-desc': 'Z to A, upper and lower case alike',
    natural: 'A to Z, numbers within by size',
    'natural-desc': 'Z to A, numbers within by size',
    numerical: 'By number, smallest first',
    'numerical-desc': 'By number, largest first',
  },
  { title: 'Order' },
)
export type VariableSort = Static<typeof VariableSort>

export const Variable = Variants([
  Type.Object(
    {
      type: Type.Literal('query'),
      ...variable,
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** Asked for its `options`: a column `value`, and if there is one `text`; other columns are properties. */
      query: Type.Record(Type.String(), Type.Unknown(), { title: 'Query' }),
      regex: regex(
        'Pattern',
        'Keeps what it finds: the groups (?<value>...) and (?<text>...), else the first group, else the whole match.',
      ),
      applyTo: Type.Optional(
        Choice({ value: 'The value', text: 'The text' }, { title: 'Pattern reads', default: 'value' }),
      ),
      /** As they come when absent. */
      sort: Type.Optional(VariableSort),
      refresh: Type.Optional(
        Choice(
          { never: 'Never: as listed below', load: 'When the dashboard is opened', range: 'With the time range too' },
          { title: 'Ask', default: 'load' },
        ),
      ),
      ...choosing,
      allowCustom,
      /** Those beside what the query finds; all there is where it is never asked. */
      staticOptions: Type.Optional(options('Further options', 0)),
      staticPlace: Type.Optional(
        Choice(
          { before: 'First', after: 'Last', sorted: 'Sorted with the others' },
          { title: 'Further options stand', default: 'before' },
        ),
      ),
    },
    { ...closed, title: 'Query' },
  ),
  Type.Object(
    { type: Type.Literal('choice'), ...variable, options: options('Options', 1), ...choosing, allowCustom },
    { ...closed, title: 'List' },
  ),
  Type.Object(
    {
      type: Type.Literal('text'),
      ...variable,
      /** The whole value must match; any value when absent. */
      pattern: Type.Optional(Type.String({ maxLength: 512, format: 'regex', title: 'Pattern' })),
      default: Type.String({ maxLength: 1024, title: 'Default', default: '' }),
    },
    { ...closed, title: 'Text' },
  ),
  Type.Object(
    { type: Type.Literal('constant'), ...variable, value: Type.String({ maxLength: 4096, title: 'Value' }) },
    { ...closed, title: 'Constant' },
  ),
  Type.Object(
    {
      type: Type.Literal('datasource'),
      ...variable,
      /** Id of a datasource contribution: `prometheus`. */
      plugin: Type.String({ minLength: 1, maxLength: 64, title: 'Type of data source' }),
      regex: regex('Pattern', 'Only those whose title has it.'),
      ...choosing,
    },
    { ...closed, title: 'Data source' },
  ),
  Type.Object(
    {
      type: Type.Literal('interval'),
      ...variable,
      options: Type.Array(Type.String({ format: 'duration' }), { minItems: 1, maxItems: 100, title: 'Durations' }),
      auto: Type.Optional(
        Type.Object(
          {
            count: Type.Integer({
              minimum: 2,
              maximum: 10_000,
              default: 30,
              title: 'Steps',
              description: 'The range is divided by this.',
            }),
            least: Type.String({ format: 'duration', default: '10s', title: 'Never less than' }),
          },
          { ...closed, title: 'Automatic' },
        ),
      ),
      default: Type.Optional(Type.String({ maxLength: 64 })),
    },
    { ...closed, title: 'Interval' },
  ),
  Type.Object(
    {
      type: Type.Literal('switch'),
      ...variable,
      on: Type.String({ maxLength: 1024, default: 'true', title: 'Value when on' }),
      off: Type.String({ maxLength: 1024, default: 'false', title: 'Value when off' }),
      /** Off when absent. */
      default: Type.Optional(Type.Boolean({ title: 'On by default' })),
    },
    { ...closed, title: 'Switch' },
  ),
  Type.Object(
    {
      type: Type.Literal('filters'),
      ...variable,
      /** Viewers' conditions are added to all queries of this datasource. */
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** None when absent. */
      default: Type.Optional(Type.Array(AdhocFilter, { maxItems: 50, title: 'Default' })),
    },
    { ...closed, title: 'Filters' },
  ),
  Type.Object(
    {
      type: Type.Literal('groupBy'),
      ...variable,
      /** Its keys are offered. */
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** Only these; all keys that the datasource has when absent. */
      keys: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 1024 }), { maxItems: 1000, title: 'Keys' }),
      ),
      /** None when absent. */
      default: Type.Optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 1024 }), { maxItems: 100, title: 'Default' }),
      ),
    },
    { ...closed, title: 'Group by' },
  ),
])
export type Variable = Static<typeof Variable>

export type VariableOf<T extends Variable['type']> = Extract<Variable, { type: T }>
/** Conditions that viewers add. */
export type FiltersVariable = VariableOf<'filters'>
/** A variable whose value stands in queries. */
export type ValueVariable = Exclude<Variable, FiltersVariable>

/** The value that stands for all values of a list; it is chosen alone. */
export const ALL_VALUES = '$__all'
/** The value of an interval that follows the time range. */
export const AUTO_INTERVAL = '$__auto'
