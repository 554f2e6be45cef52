import type { PanelSpec } from '@orrery/dashboard'
import { validate, withDefaults, type FieldConfig, type FieldConfigSource, type TSchema } from '@orrery/sdk'
import { installedVersion } from '../plugins/options.ts'
import type { Contributed } from '../plugins/plugin-list.ts'
import { fieldOptionsSchema, optionsSchema } from './panel-schema.ts'

type Values = Readonly<Record<string, unknown>>

/** What panels of a type had before the panel became another: it is theirs again when it becomes one of them. */
export interface KeptOfType {
  readonly options: Values
  readonly custom: Values
}

/** By type of panel, while the editor is open. */
export type KeptOfTypes = ReadonlyMap<string, KeptOfType>

export interface TypeSwitch {
  readonly panel: PanelSpec
  readonly kept: KeptOfTypes
  /** The titles of what panels of the new type do not have. */
  readonly lost: readonly string[]
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, TSchema & { readonly title?: string }>>
}

/** What a schema has too, and admits. */
function carriedTo(schema: TSchema | undefined, values: Values): Values {
  const { properties = {} } = (schema ?? {}) as ObjectSchema
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined
      return property !== undefined && validate(property, withDefaults(property, value)).ok
    }),
  )
}

const titlesOf = (schema: TSchema | undefined, names: readonly string[]) =>
  names.map((name) => ((schema ?? {}) as ObjectSchema).properties?.[name]?.title ?? name)

const lostOf = (before: Values, after: Values) => Object.keys(before).filter((name) => !Object.hasOwn(after, name))

function withCustom(config: FieldConfig, custom: Values): FieldConfig {
  const { custom: _, ...standard } = config
  return Object.keys(custom).length > 0 ? { ...standard, custom: { ...custom } } : standard
}

/**
 * A panel as one of another type, with what carries over: title, queries, standard options, and those options that both
 * types have by name and schema. What does not fit is kept for the way back.
 */
export function switchType(
  panel: PanelSpec,
  from: Contributed | undefined,
  to: Contributed,
  kept: KeptOfTypes,
): TypeSwitch {
  const { defaults, overrides }: FieldConfigSource = panel.fieldConfig ?? { defaults: {}, overrides: [] }
  const custom = defaults.custom ?? {}
  const before = kept.get(to.id)
  const schema = optionsSchema(to)
  const fieldSchema = fieldOptionsSchema(to)
  const options = carriedTo(schema, panel.options)
  const carried = carriedTo(fieldSchema, custom)
  const nextOverrides = overrides.flatMap((override) => {
    const properties = withCustom(override.properties, carriedTo(fieldSchema, override.properties.custom ?? {}))
    const isEmptied = Object.keys(properties).length === 0 && Object.keys(override.properties).length > 0
    return isEmptied ? [] : [{ ...override, properties }]
  })
  const fieldConfig = {
    defaults: withCustom(defaults, { ...before?.custom, ...carried }),
    overrides: nextOverrides,
  }
  const isPlain = Object.keys(fieldConfig.defaults).length === 0 && nextOverrides.length === 0
  const version = installedVersion(to)
  const { version: _, fieldConfig: __, ...rest } = panel
  return {
    panel: {
      ...rest,
      type: to.id,
      options: { ...before?.options, ...options },
      ...(version > 1 && { version }),
      ...(!isPlain && { fieldConfig }),
    },
    kept: new Map([...kept, [panel.type, { options: panel.options, custom }]]),
    lost: [
      ...titlesOf(from && optionsSchema(from), lostOf(panel.options, options)),
      ...titlesOf(from && fieldOptionsSchema(from), lostOf(custom, carried)),
    ],
  }
}
