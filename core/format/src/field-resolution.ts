import type { ColumnKind } from '@orrery/frames'

import type { FieldConfig, FieldConfigSource, FieldMatcher } from './field-config.ts'
import { toRegExp } from './pattern.ts'

/** What the resolution knows of a field or a series; a frame's field fits as it is. */
export interface FieldSubject {
  readonly name: string
  /** The kind of its column; the values of a series frame are `number`. */
  readonly type: ColumnKind
  readonly refId?: string | undefined
  /** The name that is shown, when it is known already; matchers by name accept both names. */
  readonly displayName?: string | undefined
  readonly unit?: string | undefined
  /** The standard options that the datasource itself set. */
  readonly config?: FieldConfig | undefined
}

/** Gives the config of a field. Value fields without own config that the same overrides match share one object. */
export type FieldConfigResolver = (field: FieldSubject) => FieldConfig

type FieldTest = (field: FieldSubject) => boolean

const typeGroups: Readonly<Record<string, string>> = {
  integer: 'number',
  nanos: 'time',
  longText: 'text',
}
const toTypeGroup = (type: string) => typeGroups[type] ?? type

function toTest(matcher: Exclude<FieldMatcher, { type: 'byName' }>): FieldTest {
  if (matcher.type === 'byType') return (field) => toTypeGroup(field.type) === matcher.fieldType
  if (matcher.type === 'byFrameRefID') return (field) => field.refId === matcher.refId
  const pattern = toRegExp(matcher.pattern, 'a field override')
  return ({ name, displayName }) => pattern.test(name) || (displayName !== undefined && pattern.test(displayName))
}

const merge = (...parts: readonly (FieldConfig | undefined)[]): FieldConfig =>
  Object.assign({}, ...parts) as FieldConfig

const none: readonly number[] = []

/** Finds the indexes of the overrides that match a field, ascending; matching by name is one look-up. */
function compileMatchers(matchers: readonly FieldMatcher[]): (field: FieldSubject) => readonly number[] {
  const names = new Map<string, number[]>()
  const tests: { index: number; test: FieldTest }[] = []
  matchers.forEach((matcher, index) => {
    if (matcher.type !== 'byName') tests.push({ index, test: toTest(matcher) })
    else names.set(matcher.name, [...(names.get(matcher.name) ?? none), index])
  })
  if (matchers.length === 0) return () => none
  return (field) => {
    const { name, displayName = name } = field
    const hits = [...(names.get(name) ?? none)]
    if (displayName !== name) hits.push(...(names.get(displayName) ?? none))
    for (const { index, test } of tests) if (test(field)) hits.push(index)
    return hits.sort((a, b) => a - b)
  }
}

/**
 * Compiles a panel's field config once, so that the cost is linear in the fields it is then applied to. A later
 * property replaces an earlier one as a whole: the field's own, then the defaults, then each matching override. A time
 * field keeps its own unit (ISO date and time) unless an override names another: the default unit is for values.
 * Throws `FORMAT_PATTERN_INVALID`.
 */
export function compileFieldConfig(source: FieldConfigSource): FieldConfigResolver {
  const { defaults, overrides } = source
  const matching = compileMatchers(overrides.map(({ matcher }) => matcher))
  const shared = new Map<string, FieldConfig>()
  return (field) => {
    const hits = matching(field)
    const properties = hits.map((hit) => overrides[hit]!.properties)
    if (toTypeGroup(field.type) === 'time') {
      const unit = field.config?.unit ?? field.unit ?? 'dateTimeAsSystem'
      return merge(field.config, defaults, { unit }, ...properties)
    }
    if (field.config !== undefined || field.unit !== undefined) {
      return merge(field.unit === undefined ? undefined : { unit: field.unit }, field.config, defaults, ...properties)
    }
    const key = hits.join()
    let config = shared.get(key)
    if (config === undefined) shared.set(key, (config = merge(defaults, ...properties)))
    return config
  }
}

/** The config of one field. For many fields, {@link compileFieldConfig} once. */
export const resolveFieldConfig = (source: FieldConfigSource, field: FieldSubject): FieldConfig =>
  compileFieldConfig(source)(field)
