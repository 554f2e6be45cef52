import type { PanelSpec } from '@orrery/dashboard'
import { Type, type FieldConfig, type FieldConfigSource, type TObject, type TSchema } from '@orrery/sdk'
import { withOptional } from './panel-change.ts'

/** Options for some fields, laid over the defaults. */
export type FieldOverride = FieldConfigSource['overrides'][number]

export const fieldConfigOf = ({ fieldConfig }: PanelSpec): FieldConfigSource =>
  fieldConfig ?? { defaults: {}, overrides: [] }

/** A panel with another field config; without one where it says nothing. */
export function withFieldConfig(panel: PanelSpec, next: Partial<FieldConfigSource>): PanelSpec {
  const fieldConfig = { ...fieldConfigOf(panel), ...next }
  const isPlain = Object.keys(fieldConfig.defaults).length === 0 && fieldConfig.overrides.length === 0
  return withOptional(panel, 'fieldConfig', isPlain ? undefined : fieldConfig)
}

/** Some of the properties of a schema, in this order, all optional. */
export const pick = (schema: TObject, names: readonly string[]): TObject =>
  Type.Object(
    Object.fromEntries(names.flatMap((name) => (schema.properties[name] ? [[name, schema.properties[name]]] : []))),
    { required: [] },
  )

/** Of the standard options, those that stand together. */
export const standardParts = {
  standard: ['unit', 'min', 'max', 'fieldMinMax', 'decimals', 'displayName', 'description', 'noValue', 'color'],
  thresholds: ['thresholds'],
  mappings: ['mappings'],
  links: ['links', 'actions', 'filterable'],
} as const satisfies Record<string, readonly (keyof FieldConfig)[]>

/** The properties of a schema of an object. */
export const propertiesOfSchema = (schema: TSchema | undefined): Readonly<Record<string, TSchema>> =>
  (schema as { readonly properties?: Readonly<Record<string, TSchema>> } | undefined)?.properties ?? {}
