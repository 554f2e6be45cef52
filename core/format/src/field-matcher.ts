import { numberReducers, type NumberReducerId } from '@orrery/frames'
import { Choice, Type, ui, Variants, type Static } from '@orrery/schema'

import { ValueMatcher } from './value-matcher.ts'

const Pattern = Type.String({ title: 'Pattern', maxLength: 1000 })
const Names = Type.Array(Type.String({ title: 'Name', ...ui({ widget: 'fieldName' }) }), {
  title: 'Names',
  maxItems: 10_000,
})
const FieldType = Choice(
  { number: 'Number', time: 'Time', text: 'Text', boolean: 'Boolean', json: 'JSON' },
  { title: 'Type' },
)

/** A choice among the reducers that give one number. */
export const NumberReducer = Choice(
  // Each id has its title.
  Object.fromEntries(Object.entries(numberReducers).map(([id, { title }]) => [id, title])) as Record<
    NumberReducerId,
    string
  >,
  { title: 'Calculation', default: 'lastNotNull' },
)

/** Which fields an override is for. */
export const FieldMatcher = Variants(
  [
    Type.Object(
      {
        type: Type.Literal('byName'),
        name: Type.String({
          title: 'Name',
          description: "The field's name, or the name that is shown.",
          ...ui({ widget: 'fieldName' }),
        }),
      },
      { title: 'Field with name' },
    ),
    Type.Object(
      {
        type: Type.Literal('byNames'),
        names: Names,
        exclude: Type.Optional(Type.Boolean({ title: 'All but these' })),
      },
      { title: 'Fields with names' },
    ),
    Type.Object({ type: Type.Literal('byRegexp'), pattern: Pattern }, { title: 'Fields with name matching a pattern' }),
    Type.Object(
      { type: Type.Literal('byRegexpOrNames'), pattern: Pattern, names: Names },
      { title: 'Fields with names, or matching a pattern' },
    ),
    Type.Object({ type: Type.Literal('byType'), fieldType: FieldType }, { title: 'Fields of a type' }),
    Type.Object(
      { type: Type.Literal('byTypes'), fieldTypes: Type.Array(FieldType, { title: 'Types', maxItems: 10 }) },
      { title: 'Fields of several types' },
    ),
    Type.Object(
      { type: Type.Literal('byFrameRefID'), refId: Type.String({ title: 'Query', ...ui({ widget: 'refId' }) }) },
      { title: 'Fields of a query' },
    ),
    Type.Object(
      {
        type: Type.Literal('byValue'),
        reducer: NumberReducer,
        is: ValueMatcher,
      },
      {
        title: 'Fields by a calculation of their values',
        description: 'Of texts, it is the last one.',
      },
    ),
    Type.Object({ type: Type.Literal('numeric') }, { title: 'Fields of numbers' }),
    Type.Object({ type: Type.Literal('time') }, { title: 'Fields of times' }),
    Type.Object({ type: Type.Literal('first') }, { title: 'First field of each query' }),
    Type.Object({ type: Type.Literal('firstTimeField') }, { title: 'First field of times of each query' }),
  ],
  { title: 'Fields' },
)
export type FieldMatcher = Static<typeof FieldMatcher>
