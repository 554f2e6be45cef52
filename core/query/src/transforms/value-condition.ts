import { Type, Variants, type Static, type TSchema } from '@orrery/schema'
import { FieldName } from './field-name.ts'

const field = FieldName({ title: 'Field' })
const value = Type.String({
  title: 'Value',
  maxLength: 10_000,
  default: '',
  description: 'A number, a text, or a time such as 2026-01-31 12:00.',
})
const bound = (title: string) => Type.String({ title, maxLength: 100, default: '', description: 'Not included.' })
const pattern = Type.String({ title: 'Pattern', maxLength: 1000, default: '' })
const text = Type.String({ title: 'Text', maxLength: 10_000, default: '', description: 'In any case.' })

const condition = <const Id extends string, const More extends Readonly<Record<string, TSchema>>>(
  type: Id,
  title: string,
  more: More,
) => Type.Object({ type: Type.Literal(type), field, ...more }, { title })

/** What the cells of a field are asked for. */
export const ValueCondition = Variants(
  [
    condition('isNull', 'Is missing', {}),
    condition('isNotNull', 'Is not missing', {}),
    condition('equal', 'Is equal', { value }),
    condition('notEqual', 'Is not equal', { value }),
    condition('lower', 'Is less', { value }),
    condition('lowerOrEqual', 'Is less or equal', { value }),
    condition('greater', 'Is greater', { value }),
    condition('greaterOrEqual', 'Is greater or equal', { value }),
    condition('between', 'Is between', { from: bound('From'), to: bound('To') }),
    condition('regex', 'Matches a pattern', { pattern }),
    condition('substring', 'Holds a text', { text }),
    condition('notSubstring', 'Does not hold a text', { text }),
  ],
  { title: 'Condition' },
)
export type ValueCondition = Static<typeof ValueCondition>
