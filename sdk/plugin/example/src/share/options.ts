import { FieldName, Type, type Static } from '@orrery/sdk'

export const Options = Type.Object(
  { field: FieldName({ title: 'Field', default: 'value' }) },
  { additionalProperties: false },
)
export type Options = Static<typeof Options>
