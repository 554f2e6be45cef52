import type { FieldConfig, FieldConfigSource, FieldOverride, OverrideScope } from './field-config.ts'
import { compileMatchers, toTypeGroup } from './field-matching.ts'
import type { FieldSubject } from './field-subject.ts'

/** Gives the config of a field. Value fields without own config that the same overrides match share one object. */
export type FieldConfigResolver = (field: FieldSubject) => FieldConfig

type Part = FieldConfig | undefined

// The options of the panel one by one, all else as a whole.
function merge(...parts: readonly Part[]): FieldConfig {
  const config = Object.assign({}, ...parts) as FieldConfig
  const customs = parts.flatMap((part) => (part?.custom ? [part.custom] : []))
  if (customs.length > 1) config.custom = Object.assign({}, ...customs) as Record<string, unknown>
  return config
}

/** Rows inside groups are of the fields that the groups are of, and may differ; annotations and exemplars are of none. */
function overridesOf({ overrides }: FieldConfigSource, wanted: OverrideScope): readonly FieldOverride[] {
  const of = (wanted: OverrideScope) => overrides.filter(({ scope = 'series' }) => scope === wanted)
  return wanted === 'nested' ? [...of('series'), ...of('nested')] : of(wanted)
}

/**
 * Compiles a panel's field config once, so that the cost is linear in the fields it is then applied to. A later
 * property replaces an earlier one as a whole, and of `custom` one by one: the field's own, then the defaults, then each
 * matching override. A time field keeps its own unit (ISO date and time) unless an override names another: the default
 * unit is for values. By `scope`, only overrides for that are laid over: in rows inside groups after those for fields,
 * for annotations and exemplars without the defaults, which are for values. Throws `FORMAT_PATTERN_INVALID`.
 */
export function compileFieldConfig(source: FieldConfigSource, scope: OverrideScope = 'series'): FieldConfigResolver {
  const defaults = scope === 'series' || scope === 'nested' ? source.defaults : {}
  const overrides = overridesOf(source, scope)
  const matching = compileMatchers(overrides.map(({ matcher }) => matcher))
  const shared = new Map<string, FieldConfig>()
  return (field) => {
    const hits = matching(field)
    const properties = hits.map((hit) => overrides[hit]!.properties)
    if (toTypeGroup(field.type) === 'time') {
      const unit = field.config?.unit ?? field.unit ?? 'dateTimeAsSystem'
      return merge(field.config, defaults, { unit }, ...properties)
    }
    const key = hits.join()
    let config = shared.get(key)
    if (config === undefined) shared.set(key, (config = merge(defaults, ...properties)))
    if (field.config === undefined && field.unit === undefined) return config
    return merge(field.unit === undefined ? undefined : { unit: field.unit }, field.config, config)
  }
}

/** The config of one field. For many fields, {@link compileFieldConfig} once. */
export const resolveFieldConfig = (source: FieldConfigSource, field: FieldSubject): FieldConfig =>
  compileFieldConfig(source)(field)
