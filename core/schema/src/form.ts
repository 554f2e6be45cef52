import type { TObject, TSchema } from 'typebox'
import { isSecret, tagOf, tagsOf, toNode, type SchemaNode } from './schema-node.ts'
import type { UiHints } from './vocabulary.ts'

/** The controls that follow from a schema's type; a `widget` hint may name any other, such as `code`, `unit` or `color`. */
export type Control =
  | 'text'
  | 'number'
  | 'switch'
  | 'choice'
  | 'secret'
  | 'list'
  | 'record'
  | 'object'
  | 'variants'
  | 'ref'
  | 'json'
  | (string & {})

export interface FormOption {
  readonly value: unknown
  readonly title: string
}

export interface FormVariant {
  /** What the tag property holds. */
  readonly value: unknown
  readonly title: string
  /** The fields beside the tag. */
  readonly fields: readonly FormField[]
  readonly schema: TSchema
}

export interface FormField {
  /** Name of the property; `''` for the items of a list or record. */
  readonly key: string
  /** The schema's title, else the key in words. */
  readonly title: string
  readonly description?: string
  readonly required: boolean
  readonly control: Control
  /** Of a choice. */
  readonly options?: readonly FormOption[]
  /** Of an object. */
  readonly fields?: readonly FormField[]
  /** Of a list or record: what each entry is. */
  readonly item?: FormField
  /** Of variants: the property that tells them apart, and what each consists of. */
  readonly tag?: string
  readonly variants?: readonly FormVariant[]
  /** Of a ref: the kind of the resource that it names. */
  readonly refKind?: string
  readonly default?: unknown
  readonly hints: UiHints
  readonly schema: TSchema
}

const words = (key: string) => {
  const text = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const optionsOf = (node: SchemaNode): readonly FormOption[] | undefined => {
  const titled = (value: unknown, title?: string) => ({ value, title: title ?? words(String(value)) })
  if (node.enum) return node.enum.map((value, index) => titled(value, node['x-enum-titles']?.[index]))
  const members = node.anyOf ?? node.oneOf
  return members?.every((member) => member.const !== undefined)
    ? members.map((member) => titled(member.const, member.title))
    : undefined
}

const variantsOf = (node: SchemaNode, tag: string): readonly FormVariant[] =>
  (node.anyOf ?? []).flatMap((schema) =>
    tagsOf(schema, tag).map((value) => ({
      value,
      title: schema.title ?? words(String(value)),
      fields: fieldsOf(schema, tag),
      schema,
    })),
  )

const recordItem = ({ patternProperties, additionalProperties }: SchemaNode) =>
  Object.values(patternProperties ?? {})[0] ??
  (typeof additionalProperties === 'object' ? additionalProperties : undefined)

const partsOf = (
  node: SchemaNode,
): Pick<FormField, 'control' | 'options' | 'fields' | 'item' | 'tag' | 'variants' | 'refKind'> => {
  if (isSecret(node)) return { control: 'secret' }
  if (node['x-ref']) return { control: 'ref', refKind: node['x-ref'] }
  const tag = tagOf(node)
  if (tag) return { control: 'variants', tag, variants: variantsOf(node, tag) }
  const options = optionsOf(node)
  if (options) return { control: 'choice', options }
  if (node.type === 'array' && node.items && !Array.isArray(node.items))
    return { control: 'list', item: fieldOf('', node.items as SchemaNode, true) }
  if (node.type === 'object') {
    const item = recordItem(node)
    return item && !node.properties
      ? { control: 'record', item: fieldOf('', item, true) }
      : { control: 'object', fields: fieldsOf(node) }
  }
  if (node.type === 'boolean') return { control: 'switch' }
  if (node.type === 'number' || node.type === 'integer') return { control: 'number' }
  return { control: node.type === 'string' ? 'text' : 'json' }
}

const fieldOf = (key: string, node: SchemaNode, required: boolean): FormField => {
  const hints = node['x-ui'] ?? {}
  const parts = partsOf(node)
  return {
    key,
    title: node.title ?? words(key),
    ...(node.description === undefined ? {} : { description: node.description }),
    required,
    ...parts,
    control: hints.widget ?? parts.control,
    ...(node.default === undefined ? {} : { default: node.default }),
    hints,
    schema: node,
  }
}

// A constant leaves nothing to edit.
const fieldsOf = (node: SchemaNode, tag?: string): readonly FormField[] =>
  Object.entries(node.properties ?? {})
    .filter(([key, schema]) => key !== tag && schema.const === undefined)
    .map(([key, schema]) => fieldOf(key, schema, node.required?.includes(key) ?? false))

/** The fields of the form that edits a value of this schema, in the order of its properties. */
export const formOf = (schema: TObject): readonly FormField[] => fieldsOf(toNode(schema))

/** Whether a field is shown beside its siblings' values: each value that its `showIf` names must be there. */
export const isShown = (field: FormField, siblings: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(field.hints.showIf ?? {}).every(([key, value]) => siblings[key] === value)
