import type { FieldConfig } from '@orrery/sdk'
import type { FieldOverride } from './field-config-parts.ts'

/** A property of an override: a standard option, or one that only the panel knows. */
export interface PropertyName {
  readonly name: string
  readonly isCustom: boolean
}

/** The properties that an override sets, in their order. */
export const propertiesOf = ({ custom = {}, ...standard }: FieldConfig): readonly PropertyName[] => [
  ...Object.keys(standard).map((name) => ({ name, isCustom: false })),
  ...Object.keys(custom).map((name) => ({ name, isCustom: true })),
]

/** A config with one property set, or taken away where it is undefined. */
export function withProperty(config: FieldConfig, { name, isCustom }: PropertyName, value: unknown): FieldConfig {
  const { custom, ...standard } = config
  if (isCustom) {
    const { [name]: _, ...rest } = custom ?? {}
    const next = value === undefined ? rest : { ...rest, [name]: value }
    return Object.keys(next).length > 0 ? { ...standard, custom: next } : standard
  }
  const { [name]: _, ...rest } = config as Record<string, unknown>
  // The value was edited by the schema of this property.
  return (value === undefined ? rest : { ...rest, [name]: value }) as FieldConfig
}

export const valueOf = (config: FieldConfig, { name, isCustom }: PropertyName): unknown =>
  (isCustom ? config.custom : (config as Record<string, unknown>))?.[name]

/** With an entry at another place; the same list where there is no such place. */
export function moveOverride(overrides: readonly FieldOverride[], from: number, to: number): readonly FieldOverride[] {
  if (to < 0 || to >= overrides.length) return overrides
  return overrides.toSpliced(from, 1).toSpliced(to, 0, overrides[from]!)
}
