import { Type, type Static } from '@orrery/sdk'

export const Options = Type.Object({}, { additionalProperties: false })
export type Options = Static<typeof Options>
