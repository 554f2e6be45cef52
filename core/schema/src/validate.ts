import { Validator, type Schema } from 'jsonschema'
import type { Static, TSchema } from 'typebox'
import { Place } from './keyword-check.ts'
import { keywords } from './keywords.ts'
import { toProblem, type Problem } from './problem.ts'
import { SchemaError } from './schema-error.ts'

export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const engine = new Validator()
Object.assign(engine.attributes, keywords)

const missing: Problem = { path: '', message: 'is missing', keyword: 'required' }

/**
 * Checks a value from outside against a schema (draft-07 vocabulary, no `$ref`). Problems name their place as a JSON
 * pointer; a long list or record stops being checked after some twenty. The value is neither changed nor completed.
 */
export const validate = <S extends TSchema>(schema: S, value: unknown): Validation<Static<S>> => {
  if (value === undefined) return { ok: false, problems: [missing] }
  const plain = schema as Schema
  const { errors } = engine.validate(value, plain, {}, new Place(plain, {}, ''))
  // The one place where an unknown value gets its type: the schema has just been held against it.
  return errors.length ? { ok: false, problems: errors.map(toProblem) } : { ok: true, value: value as Static<S> }
}

/**
 * The value, typed by its schema; throws SCHEMA_INVALID with the problems. `subject` says whose value it is and begins
 * the message: "The options of datasource prom".
 */
export const check = <S extends TSchema>(schema: S, value: unknown, subject: string): Static<S> => {
  const result = validate(schema, value)
  if (!result.ok) throw new SchemaError('SCHEMA_INVALID', { subject, problems: result.problems })
  return result.value
}
