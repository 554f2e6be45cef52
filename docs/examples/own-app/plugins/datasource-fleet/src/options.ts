import { Type, type Static } from '@orrery/sdk'

export const Options = Type.Object(
  { vans: Type.Integer({ title: 'Vans', description: 'How many there are.', minimum: 1, maximum: 50, default: 3 }) },
  { additionalProperties: false },
)
export type Options = Static<typeof Options>

export const Query = Type.Object({}, { additionalProperties: false })
export type Query = Static<typeof Query>
