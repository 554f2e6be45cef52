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
export const duration = (title: string, description: string, value?: string) =>
  Type.Optional(Type.String({ title, description, format: 'duration', ...(value !== undefined && { default: value }) }))
export const step = duration(
  'Step',
  'Distance of two points, and of two updates when it is followed; what suits the panel when empty.',
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
export const share = (title: string, description: string, value = 0) =>
  Type.Optional(Type.Number({ title, description, minimum: 0, maximum: 1, default: value }))
export const count = (title: string, value: number, most: number, description?: string) =>
  Type.Optional(
    Type.Integer({
      title,
      minimum: 1,
      maximum: most,
      default: value,
      ...(description !== undefined && { description }),
    }),
  )
export const amount = (title: string, value: number, description?: string) =>
  Type.Optional(Type.Number({ title, default: value, ...(description !== undefined && { description }) }))
/** How often something happens. */
export const often = (title: string, value: number) =>
  Type.Optional(Type.Number({ title, exclusiveMinimum: 0, maximum: 60_000, default: value }))
