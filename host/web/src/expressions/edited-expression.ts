import { EXPRESSIONS, Expression, type ExpressionType } from '@orrery/query'
import { mapTexts, validate, withDefaults, type TObject } from '@orrery/sdk'
import type { SelectOption } from '@orrery/ui'
import type { EditedQuery } from '../query/edited-query.ts'
import { t } from '../text.ts'

export const isExpression = ({ datasource }: Pick<EditedQuery, 'datasource'>): boolean => datasource === EXPRESSIONS

/** The expression of a query; undefined for one that was written by hand and is none. */
export function expressionOf({ query }: Pick<EditedQuery, 'query'>): Expression | undefined {
  const found = validate(Expression, query)
  return found.ok ? found.value : undefined
}

// Variants are objects that a literal tells apart.
const members = () => (mapTexts(Expression, t) as unknown as { readonly anyOf: readonly TObject[] }).anyOf
const typeOf = ({ properties }: TObject) => (properties['type'] as unknown as { readonly const: ExpressionType }).const

/** What can be calculated, as a choice. */
export const expressionTypes = (): readonly (SelectOption<ExpressionType> & { readonly description: string })[] =>
  members().map((member) => {
    const { title, description } = member as { readonly title?: string; readonly description?: string }
    return { value: typeOf(member), label: title ?? typeOf(member), description: description ?? '' }
  })

interface ChoiceSchema {
  readonly enum: readonly string[]
  readonly 'x-enum-titles': readonly string[]
}
const toOptions = (schema: unknown): readonly SelectOption<string>[] => {
  // A choice as the schema of expressions has it.
  const { enum: values, 'x-enum-titles': titles } = schema as ChoiceSchema
  return values.map((value, at) => ({ value, label: titles[at] ?? value }))
}

/** What may be chosen for a property, in the language of the page. */
export function choicesOf(type: ExpressionType, property: string): readonly SelectOption<string>[] {
  const member = members().find((each) => typeOf(each) === type)!
  return toOptions(member.properties[property])
}

/** As {@link choicesOf}, for a property of a classic condition. */
export function classicChoices(property: string): readonly SelectOption<string>[] {
  const { conditions } = members().find((each) => typeOf(each) === 'classic')!.properties
  const { items } = conditions as unknown as { readonly items: TObject }
  return toOptions(items.properties[property])
}

/** An expression of another type, of the same input. */
export function newExpression(type: ExpressionType, input: string): Expression {
  const member = members().find((each) => typeOf(each) === type)!
  const start = withDefaults(member, { type }) as Expression
  switch (start.type) {
    case 'math':
      return { ...start, expression: `$${input}` }
    case 'classic':
      return { ...start, conditions: start.conditions.map((condition) => ({ ...condition, input })) }
    default:
      return { ...start, input }
  }
}

/** Whether a comparison is with both ends of a range, or with nothing at all. */
export const valuesNeeded = (condition: string): 0 | 1 | 2 =>
  condition === 'noValue' ? 0 : /^(within|outside)/.test(condition) ? 2 : 1

/** As many values as a comparison takes: those that there are, then the last of them again. */
export function fitValues(condition: string, values: readonly number[]): number[] {
  const needed = Math.max(1, valuesNeeded(condition))
  return Array.from({ length: needed }, (_, at) => values[at] ?? values.at(-1) ?? 0)
}
