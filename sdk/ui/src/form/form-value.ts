import { withDefaults, type FormField, type FormVariant } from '@orrery/schema'

export type FormObject = Readonly<Record<string, unknown>>

/** What is edited as an object; anything else is taken as an empty one. */
export const toObject = (value: unknown): FormObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FormObject) : {}

/** A child's place as a JSON pointer (RFC 6901). */
export const toPath = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

const known: ReadonlySet<string> = new Set(
  [
    'text textarea code number switch choice secret unit color ref json list record object variants',
    'thresholds mappings scheme palette fieldName refId field fields',
  ].flatMap((names) => names.split(' ')),
)

/** The control that edits a field: a widget that the kit does not have gives way to what the type asks for. */
export function controlOf({ control, schema }: FormField): string {
  if (known.has(control)) return control
  const { type } = schema as { readonly type?: unknown }
  if (type === 'boolean') return 'switch'
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'string' ? 'text' : 'json'
}

/** An object with one property set, or taken away where it is undefined; begun from the defaults of its schema. */
export function withProperty(value: unknown, schema: FormField['schema'], key: string, next: unknown): FormObject {
  const before = toObject(value ?? withDefaults(schema, {}))
  if (next !== undefined) return { ...before, [key]: next }
  const { [key]: _, ...rest } = before
  return rest
}

/** Whether nothing is left of an object that need not be there. */
export const isEmptied = (field: FormField, value: unknown): boolean =>
  !field.required && controlOf(field) === 'object' && Object.keys(toObject(value)).length === 0

/** The values that `showIf` looks at: what is absent counts as its default. */
export const siblingsOf = (fields: readonly FormField[], value: unknown): FormObject => ({
  ...Object.fromEntries(fields.map((field) => [field.key, field.default])),
  ...toObject(value),
})

const isTyped = new Set(['text', 'textarea', 'code', 'fieldName', 'refId', 'field'])

/** What must be there from the beginning so that a value that is used while it is edited is whole: texts are empty. */
function startOf({ control, options, fields = [], variants = [], tag, schema, required }: FormField): unknown {
  if (!required) return undefined
  if (isTyped.has(control)) return ''
  if (control === 'color') return 'blue'
  if (control === 'choice') return options?.[0]?.value
  if (control === 'list' || control === 'fields' || control === 'mappings') return []
  if (control === 'object') return filled(fields, withDefaults(schema, {}))
  if (control === 'variants' && variants[0]) return toVariant(tag!, variants[0], undefined)
  return undefined
}

/** An object whose fields have what they must begin with. */
const filled = (fields: readonly FormField[], value: unknown): FormObject => {
  const given = toObject(value)
  const missing = fields.filter(({ key }) => given[key] === undefined)
  const started = missing.map((field) => [field.key, startOf(field)] as const)
  return { ...given, ...Object.fromEntries(started.filter(([, start]) => start !== undefined)) }
}

/** A value of another variant, with what both have in common. */
export function toVariant(tag: string, variant: FormVariant, before: unknown): unknown {
  const old = toObject(before)
  const shared = variant.fields.filter(({ key }) => old[key] !== undefined).map(({ key }) => [key, old[key]])
  const made = withDefaults(variant.schema, { [tag]: variant.value, ...Object.fromEntries(shared) })
  return filled(variant.fields, made)
}

/** What a new entry of a list begins as. */
export function newItem(item: FormField, items: readonly unknown[]): unknown {
  const { control: kind, variants, tag, fields } = item
  if (kind === 'variants' && variants?.[0]) return toVariant(tag!, variants[0], undefined)
  if (kind === 'object') return filled(fields ?? [], withDefaults(item.schema, {}))
  if (item.control === 'choice') return (item.options ?? []).find(({ value }) => !items.includes(value))?.value
  const made = withDefaults(item.schema, undefined)
  if (made !== undefined) return made
  const control = controlOf(item)
  if (control === 'number') return 0
  if (control === 'switch') return false
  return control === 'json' ? null : ''
}

export function moveItem<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, i) => i !== from)
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)]
}

/** A record with one key written otherwise, in its old place. */
export const renameKey = (record: FormObject, from: string, to: string): FormObject =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]))

/** A key that the record does not have yet: `name`, `name 2`, ... */
export function freeKey(record: FormObject, name: string): string {
  let key = name
  for (let n = 2; Object.hasOwn(record, key); n++) key = `${name} ${n}`
  return key
}
