import { validate, type TSchema } from '@orrery/schema'
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import { ServerError } from '../errors.ts'

type FastifyCompilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

const parts: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
}

/** Query strings are texts: those of numeric properties become numbers when they are one. */
const withNumbers = (schema: TSchema, value: unknown) => {
  const { properties } = schema as { properties?: Readonly<Record<string, { type?: unknown }>> }
  const isNumeric = (name: string) => ['integer', 'number'].includes(String(properties?.[name]?.type))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, text]) => [
      name,
      isNumeric(name) && /^-?\d+(\.\d+)?$/.test(String(text)) ? Number(text) : text,
    ]),
  )
}

/** Fastify's validator: the one of @orrery/schema. A part that does not fit is REQUEST_INVALID with every problem. */
const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = 'body' }) => {
  return (input: unknown) => {
    const value = httpPart === 'querystring' ? withNumbers(schema, input) : input
    const result = validate(schema, value)
    if (result.ok) return { value }
    return {
      error: new ServerError('REQUEST_INVALID', { where: parts[httpPart] ?? httpPart, problems: result.problems }),
    }
  }
}

/**
 * What Fastify compiles schemas with. Given when it is made, because it loads a validator and a serializer of its own
 * otherwise; answers are written as JSON, whatever their route.
 */
export const compilersFactory: FastifyCompilers = {
  // Fastify's types know no other validator than its own here.
  buildValidator: () => validatorCompiler as never,
  buildSerializer: () => () => JSON.stringify,
}
