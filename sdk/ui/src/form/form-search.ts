import { formOf, isShown, type FormField, type TObject, type TSchema } from '@orrery/schema'

/** Everything that a field says of itself, and of what is in it. */
function textsOf(field: FormField): readonly string[] {
  const { title, description = '', hints, options = [], fields = [], item, variants = [] } = field
  return [
    title,
    description,
    hints.group ?? '',
    ...options.map((option) => option.title),
    ...[...fields, ...(item ? [item] : [])].flatMap(textsOf),
    ...variants.flatMap((variant) => [variant.title, ...variant.fields.flatMap(textsOf)]),
  ]
}

/** Whether each word of a search stands in these texts, in any case; an empty search is found everywhere. */
export function isFoundIn(search: string, texts: readonly string[]): boolean {
  const text = texts.join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Whether a search finds a field: by its title, description or group, by its choices, or by what is in it. */
export const isFieldFound = (field: FormField, search: string): boolean => isFoundIn(search, textsOf(field))

/** How many fields of a form a search finds, of those that are shown beside this value. */
export function countFound(schema: TSchema, search: string, value: Readonly<Record<string, unknown>>): number {
  // The caller's schema is of an object; of variants, there are no fields to be found.
  const fields = formOf(schema as TObject)
  const siblings = { ...Object.fromEntries(fields.map((field) => [field.key, field.default])), ...value }
  return fields.filter((field) => isShown(field, siblings) && isFieldFound(field, search)).length
}
