import { Choice, Type, Variants, ui, type Static } from '@orrery/schema'

import { ColorOption } from './color-option.ts'
import { Mapping } from './mapping.ts'
import { Thresholds } from './threshold.ts'

/** A link that a value offers. */
export const FieldLink = Type.Object({
  title: Type.String({ title: 'Title' }),
  url: Type.String({
    title: 'URL',
    description: 'May hold variables, and ${__value} for the value.',
  }),
})
export type FieldLink = Static<typeof FieldLink>

/** How a field is shown: the standard options that every panel understands. All are optional. */
export const FieldConfig = Type.Object({
  displayName: Type.Optional(
    Type.String({
      title: 'Display name',
      description: 'The name in legends and headers; may hold {{label}}.',
    }),
  ),
  description: Type.Optional(Type.String({ title: 'Description', ...ui({ widget: 'textarea' }) })),
  unit: Type.Optional(Type.String({ title: 'Unit', maxLength: 100, ...ui({ widget: 'unit' }) })),
  decimals: Type.Optional(
    Type.Integer({
      title: 'Decimals',
      description: 'Empty: as many as the value needs.',
      minimum: 0,
      maximum: 15,
    }),
  ),
  min: Type.Optional(Type.Number({ title: 'Min', description: 'Empty: from the data.' })),
  max: Type.Optional(Type.Number({ title: 'Max', description: 'Empty: from the data.' })),
  noValue: Type.Optional(
    Type.String({
      title: 'No value',
      description: 'Shown for null and NaN.',
      ...ui({ placeholder: '–' }),
    }),
  ),
  color: Type.Optional(ColorOption),
  thresholds: Type.Optional(Thresholds),
  mappings: Type.Optional(Type.Array(Mapping, { title: 'Value mappings', maxItems: 1000 })),
  links: Type.Optional(Type.Array(FieldLink, { title: 'Links', maxItems: 50 })),
})
export type FieldConfig = Static<typeof FieldConfig>

/** Which fields an override is for. */
export const FieldMatcher = Variants(
  [
    Type.Object(
      {
        type: Type.Literal('byName'),
        name: Type.String({
          title: 'Name',
          description: "The field's name, or the name that is shown.",
        }),
      },
      { title: 'Field with name' },
    ),
    Type.Object(
      {
        type: Type.Literal('byRegexp'),
        pattern: Type.String({ title: 'Pattern', maxLength: 1000 }),
      },
      { title: 'Fields with name matching a pattern' },
    ),
    Type.Object(
      {
        type: Type.Literal('byType'),
        fieldType: Choice(
          { number: 'Number', time: 'Time', text: 'Text', boolean: 'Boolean', json: 'JSON' },
          { title: 'Type' },
        ),
      },
      { title: 'Fields of a type' },
    ),
    Type.Object(
      { type: Type.Literal('byFrameRefID'), refId: Type.String({ title: 'Query' }) },
      { title: 'Fields of a query' },
    ),
  ],
  { title: 'Fields' },
)
export type FieldMatcher = Static<typeof FieldMatcher>

/** Options for some fields, laid over the defaults. */
export const FieldOverride = Type.Object({ matcher: FieldMatcher, properties: FieldConfig }, { title: 'Override' })
export type FieldOverride = Static<typeof FieldOverride>

/** What a panel stores: defaults for all its fields, then overrides in order. */
export const FieldConfigSource = Type.Object({
  defaults: FieldConfig,
  overrides: Type.Array(FieldOverride, { title: 'Overrides', maxItems: 1000 }),
})
export type FieldConfigSource = Static<typeof FieldConfigSource>
