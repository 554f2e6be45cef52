import {
  ValidationError,
  ValidatorResult,
  type CustomProperty,
  type Options,
  type Schema,
  type SchemaContext,
} from 'jsonschema'
import { pointer, type SchemaNode } from './schema-node.ts'

/**
 * The engine's context. Its own one resolves URLs at each step; ours carries the place as a JSON pointer, which the
 * engine hands through to each error.
 */
export class Place implements SchemaContext {
  readonly schema: Schema
  readonly options: Options
  readonly path: string
  readonly propertyPath: string
  readonly base = ''
  readonly schemas = {}

  constructor(schema: Schema, options: Options, path: string) {
    this.schema = schema
    this.options = options
    this.path = path
    this.propertyPath = path
  }

  makeChild(schema: Schema, key?: string | number) {
    return new Place(schema, this.options, key === undefined ? this.path : pointer(this.path, key))
  }

  /** Called by the engine for a `$ref`. */
  resolve(target: string): never {
    throw new TypeError(`the schema refers to "${target}", but references are not supported: write it in place`)
  }
}

interface Engine {
  readonly validateSchema: (value: unknown, schema: Schema, options: Options, place: Place) => ValidatorResult
}

/** One keyword being checked at one place. */
export class KeywordCheck {
  readonly node: SchemaNode
  readonly place: Place
  readonly result: ValidatorResult
  readonly #engine: Engine

  constructor(engine: Engine, value: unknown, schema: Schema, place: Place) {
    this.#engine = engine
    this.node = schema as SchemaNode
    this.place = place
    this.result = new ValidatorResult(value, schema, place.options, place)
  }

  /** Checks a value against a schema without reporting. */
  test(value: unknown, node: SchemaNode, key?: string | number) {
    // Our description of a schema and the engine's differ in readonly only.
    const schema = node as Schema
    return this.#engine.validateSchema(value, schema, this.place.options, this.place.makeChild(schema, key))
  }

  /** Checks a value against a schema and reports what is wrong. */
  descend(value: unknown, node: SchemaNode, key?: string | number) {
    this.take(this.test(value, node, key))
  }

  take(found: ValidatorResult) {
    for (const error of found.errors) this.result.errors.push(error)
  }

  /** Reports a failed keyword; `key` names the property where it failed. */
  fail(name: string, argument: unknown, key?: string) {
    const { instance, schema } = this.result
    const path = key === undefined ? this.place.path : pointer(this.place.path, key)
    this.result.errors.push(new ValidationError(name, instance, schema, path, name, argument))
  }
}

/** A keyword for the engine. Absent values are the business of `required` alone. */
export const keyword = (run: (check: KeywordCheck, value: unknown) => void): CustomProperty =>
  // The engine calls keywords as its own methods, with the context that it was given.
  function check(this: unknown, value: unknown, schema: Schema, _: Options, context: SchemaContext) {
    const checked = new KeywordCheck(this as Engine, value, schema, context as Place)
    if (value !== undefined) run(checked, value)
    return checked.result
  }
