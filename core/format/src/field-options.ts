import { validate, withDefaults, type OptionsSchema, type Static } from '@orrery/schema'
import type { FieldConfig } from './field-config.ts'

type Custom = NonNullable<FieldConfig['custom']>

const none: Custom = {}
const made = new WeakMap<OptionsSchema, WeakMap<Custom, unknown>>()

/**
 * The options of a field that only the panel knows, by the panel's `fieldOptions` schema: what is absent or does not fit
 * (set for another panel, or by another version) has its default. Fields that share options get one object.
 */
export function fieldOptionsOf<S extends OptionsSchema>(schema: S, { custom = none }: FieldConfig): Static<S> {
  let known = made.get(schema)
  if (!known) made.set(schema, (known = new WeakMap()))
  let options = known.get(custom)
  if (options === undefined) known.set(custom, (options = toOptions(schema, custom)))
  // Each property fits its schema, or is the default of it.
  return options as Static<S>
}

const toOptions = ({ properties, ...schema }: OptionsSchema, custom: Custom): unknown => {
  const fitting = Object.entries(properties).filter(
    ([name, property]) => Object.hasOwn(custom, name) && validate(property, withDefaults(property, custom[name])).ok,
  )
  return withDefaults({ ...schema, properties }, Object.fromEntries(fitting.map(([name]) => [name, custom[name]])))
}
