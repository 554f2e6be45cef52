import { Type } from '@orrery/sdk'

export const closed = { additionalProperties: false } as const

/** The seed of a query that names none. */
export const DEFAULT_SEED = 1

export const seed = Type.Optional(
  Type.Integer({
    title: 'Seed',
    description: 'Another seed gives other data of the same sort.',
    minimum: 0,
    maximum: 2 ** 32 - 1,
    default: DEFAULT_SEED,
  }),
)
export const step = Type.Optional(
  Type.String({
    title: 'Step',
    description: 'Distance of two points, and of two updates when it is followed; what suits the panel when empty.',
    format: 'duration',
  }),
)
export const legend = Type.Optional(
  Type.String({
    title: 'Legend',
    description: 'Name of each series; {{label}} is replaced by the label.',
    maxLength: 1024,
  }),
)
export const labels = Type.Optional(
  Type.Record(Type.String({ maxLength: 128 }), Type.String({ maxLength: 1024 }), {
    title: 'Labels',
    description: 'Of every series, beside its number.',
    maxProperties: 20,
  }),
)
export const share = (title: string, description: string) =>
  Type.Optional(Type.Number({ title, description, minimum: 0, maximum: 1, default: 0 }))
