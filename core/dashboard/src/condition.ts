import type { VariableValues } from '@orrery/query'
import { Choice, parseDuration, Type, Variants, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

export const ConditionRule = Variants([
  Type.Object(
    {
      type: Type.Literal('variable'),
      variable: Type.String({ minLength: 1, maxLength: 64, title: 'Variable' }),
      operator: Choice(
        { equals: 'is', notEquals: 'is not', matches: 'matches', notMatches: 'does not match' },
        { title: 'Operator', default: 'equals' },
      ),
      /** Of `matches` and `notMatches` a regular expression that finds a part of the value. */
      value: Type.String({ maxLength: 512, title: 'Value' }),
    },
    { ...closed, title: 'Variable' },
  ),
  Type.Object(
    { type: Type.Literal('data'), has: Type.Boolean({ title: 'Has data', default: true }) },
    { ...closed, title: 'Data' },
  ),
  Type.Object(
    {
      type: Type.Literal('range'),
      /** The longest range that it holds for: `7d`. */
      atMost: Type.String({ format: 'duration', title: 'At most', default: '7d' }),
    },
    { ...closed, title: 'Time range' },
  ),
])
export type ConditionRule = Static<typeof ConditionRule>

/** When a panel or a section is shown. */
export const Condition = Type.Object(
  {
    /** Whether it is shown, or hidden, where the rules hold. */
    show: Type.Boolean({ title: 'Show', default: true }),
    match: Choice({ all: 'All rules hold', any: 'One rule holds' }, { title: 'Match', default: 'all' }),
    rules: Type.Array(ConditionRule, { minItems: 1, maxItems: 20, title: 'Rules' }),
  },
  { ...closed, title: 'Condition' },
)
export type Condition = Static<typeof Condition>

/** What a condition is held against. */
export interface ConditionFacts {
  readonly variables: VariableValues
  /** Whether what may be hidden has data; undefined while nobody knows: then no rule of data holds. */
  readonly hasData: boolean | undefined
  /** Length of the time range in milliseconds. */
  readonly rangeMs: number
}

/** Of several values one that is equal, or matches, is enough; a variable without value is neither. */
function variableHolds(
  { variable, operator, value }: Extract<ConditionRule, { type: 'variable' }>,
  facts: ConditionFacts,
) {
  const values = Object.hasOwn(facts.variables, variable) ? [facts.variables[variable]!].flat() : []
  const found =
    operator === 'equals' || operator === 'notEquals'
      ? values.includes(value)
      : values.some((each) => new RegExp(value).test(each))
  return operator === 'equals' || operator === 'matches' ? found : !found
}

function holds(rule: ConditionRule, facts: ConditionFacts): boolean {
  if (rule.type === 'variable') return variableHolds(rule, facts)
  if (rule.type === 'data') return facts.hasData === rule.has
  return facts.rangeMs <= (parseDuration(rule.atMost) ?? Infinity)
}

/** Whether a condition shows what it stands at. */
export function meetsCondition({ show, match, rules }: Condition, facts: ConditionFacts): boolean {
  const met = match === 'all' ? rules.every((rule) => holds(rule, facts)) : rules.some((rule) => holds(rule, facts))
  return met === show
}

/** Whether data decide, so that they must be asked for even while nothing is shown. */
export const asksForData = (condition: Condition | undefined): boolean =>
  condition?.rules.some(({ type }) => type === 'data') ?? false

/** Names of the variables that it asks. */
export const variablesOfCondition = ({ rules }: Condition): readonly string[] =>
  rules.flatMap((rule) => (rule.type === 'variable' ? [rule.variable] : []))
