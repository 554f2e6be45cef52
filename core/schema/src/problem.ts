import type { ValidationError } from 'jsonschema'
import { formats } from './format.ts'

/** What is wrong at one place of a value. */
export interface Problem {
  /** The place as a JSON pointer; `''` is the value itself. */
  readonly path: string
  /** Plain words that follow the place: "must be a number", "is missing". */
  readonly message: string
  /** The schema keyword that failed. */
  readonly keyword: string
  /** What the schema asks for, where one value says it: the limit, the allowed values, the format's name. */
  readonly expected?: unknown
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** "a text or a number": the names of JSON types in words. */
export const typeNames = (types: readonly string[]) => types.map((type) => nouns[type] ?? type).join(' or ')

const list = (values: unknown) =>
  (Array.isArray(values) ? values : [values]).map((value) => JSON.stringify(value)).join(', ')

const words: Readonly<Record<string, (expected: never) => string>> = {
  type: (types: string[]) => `must be ${typeNames(types)}`,
  required: () => 'is missing',
  additionalProperties: () => 'is not known here',
  enum: (values: unknown) => `must be ${Array.isArray(values) && values.length > 1 ? 'one of ' : ''}${list(values)}`,
  const: (value: unknown) => `must be ${JSON.stringify(value)}`,
  anyOf: (names: string) => `must be ${names}`,
  minimum: (limit: number) => `must be at least ${limit}`,
  maximum: (limit: number) => `must be at most ${limit}`,
  exclusiveMinimum: (limit: number) => `must be greater than ${limit}`,
  exclusiveMaximum: (limit: number) => `must be less than ${limit}`,
  multipleOf: (step: number) => `must be a multiple of ${step}`,
  minLength: (length: number) => (length === 1 ? 'must not be empty' : `must have at least ${length} characters`),
  maxLength: (length: number) => `must have at most ${length} characters`,
  minItems: (count: number) => `must have at least ${count} item${count === 1 ? '' : 's'}`,
  maxItems: (count: number) => `must have at most ${count} item${count === 1 ? '' : 's'}`,
  minProperties: (count: number) => `must have at least ${count} entries`,
  maxProperties: (count: number) => `must have at most ${count} entries`,
  uniqueItems: () => 'must not hold the same item twice',
  pattern: (pattern: string) => `must match ${pattern}`,
  format: (name: string) => `must be ${formats[name]?.expected ?? name}`,
  not: () => 'is not allowed',
}

export const toProblem = ({ name: keyword, property: path, argument, message }: ValidationError): Problem => {
  const expected: unknown = argument
  return {
    path,
    message: words[keyword]?.(expected as never) ?? message,
    keyword,
    ...(expected === undefined ? {} : { expected }),
  }
}
