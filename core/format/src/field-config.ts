import { Choice, Type, ui, type Static } from '@orrery/schema'

import { ColorOption } from './color-option.ts'
import { FieldAction } from './field-action.ts'
import { FieldLink } from './field-link.ts'
import { FieldMatcher } from './field-matcher.ts'
import { Mapping } from './mapping.ts'
import { Thresholds } from './threshold.ts'

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
  fieldMinMax: Type.Optional(
    Type.Boolean({
      title: 'Min and max of each field',
      description: 'What is taken from the data is of the field alone, not of all that the panel shows.',
    }),
  ),
  noValue: Type.Optional(
    Type.String({
      title: 'No value',
      description: 'Shown for null and NaN.',
      ...ui({ placeholder: '–' }),
    }),
  ),
  color: Type.Optional(ColorOption),
  thresholds: Type.Optional(Thresholds),
  mappings: Type.Optional(
    Type.Array(Mapping, { title: 'Value mappings', maxItems: 1000, ...ui({ widget: 'mappings' }) }),
  ),
  links: Type.Optional(Type.Array(FieldLink, { title: 'Links', maxItems: 50 })),
  actions: Type.Optional(Type.Array(FieldAction, { title: 'Actions', maxItems: 50 })),
  filterable: Type.Optional(Type.Boolean({ title: 'Can be filtered', description: 'Where the panel has filters.' })),
  custom: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      title: 'Options of the panel',
      description: 'What only panels of this type know of a field.',
    }),
  ),
})
export type FieldConfig = Static<typeof FieldConfig>

/** What overrides are for: fields and series, rows inside groups, annotations or exemplars. */
export const OverrideScope = Choice(
  {
    series: 'Fields and series',
    nested: 'Rows inside groups',
    annotation: 'Annotations',
    exemplar: 'Exemplars',
  },
  { title: 'For', default: 'series' },
)
export type OverrideScope = Static<typeof OverrideScope>

/** Options for some fields, laid over the defaults; without `scope`, for fields and series. */
export const FieldOverride = Type.Object(
  { matcher: FieldMatcher, scope: Type.Optional(OverrideScope), properties: FieldConfig },
  { title: 'Override' },
)
export type FieldOverride = Static<typeof FieldOverride>

/** What a panel stores: defaults for all its fields, then overrides in order. */
export const FieldConfigSource = Type.Object({
  defaults: FieldConfig,
  overrides: Type.Array(FieldOverride, { title: 'Overrides', maxItems: 1000 }),
})
export type FieldConfigSource = Static<typeof FieldConfigSource>
