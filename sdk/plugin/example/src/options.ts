import { Choice, secretTarget, Secret, Type, type Static } from '@orrery/sdk'

export const Options = Type.Object(
  {
    url: Type.String({ title: 'URL', format: 'uri', ...secretTarget }),
    token: Type.Optional(Secret({ title: 'Token' })),
  },
  { additionalProperties: false },
)
export type Options = Static<typeof Options>

export const Query = Type.Object(
  {
    room: Type.String({ title: 'Room', description: 'May hold variables: $room.' }),
  },
  { additionalProperties: false },
)
export type Query = Static<typeof Query>

export const BigOptions = Type.Object(
  {
    size: Choice({ small: 'Small', large: 'Large' }, { title: 'Text size', default: 'large' }),
  },
  { additionalProperties: false },
)
export type BigOptions = Static<typeof BigOptions>
