import { formOf, type FormField } from '@orrery/schema'
import type { OptionsSchema } from '@orrery/sdk'
import { t } from '../text.ts'

/** An option of a contribution, as a table shows it. */
export interface OptionRow {
  /** As a document names it: `thresholds.mode`, `headers[]`. */
  readonly path: string
  readonly title: string
  readonly type: string
  readonly description: string | undefined
  /** As JSON. */
  readonly default: string | undefined
  readonly required: boolean
}

const names: Readonly<Record<string, () => string>> = {
  text: () => t('text'),
  number: () => t('number'),
  switch: () => t('true or false'),
  secret: () => t('secret, stored encrypted'),
  list: () => t('list'),
  record: () => t('values by name'),
  object: () => t('group'),
  variants: () => t('one of several groups'),
  ref: () => t('id of another document'),
}

function typeOf({ control, options }: FormField): string {
  if (options) return options.map(({ value }) => JSON.stringify(value)).join(' | ')
  return names[control]?.() ?? control
}

const rowsOf = (field: FormField, path: string): readonly OptionRow[] => [
  {
    path,
    title: field.title,
    type: typeOf(field),
    description: field.description,
    default: field.default === undefined ? undefined : JSON.stringify(field.default),
    required: field.required && field.default === undefined,
  },
  ...below(field.fields, path),
  ...below(field.item?.fields, `${path}[]`),
  ...(field.variants ?? []).flatMap(({ value, fields }) => below(fields, `${path}(${String(value)})`)),
]
const below = (fields: readonly FormField[] | undefined, path: string) =>
  (fields ?? []).flatMap((field) => rowsOf(field, path === '' ? field.key : `${path}.${field.key}`))

/** All options of a schema, those of groups after their group. */
export const optionRows = (schema: OptionsSchema): readonly OptionRow[] => below(formOf(schema), '')
