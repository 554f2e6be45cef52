import { Type, ui, type FieldOptions } from '@orrery/schema'

/** The name of a field: its editor offers the names that there are. */
export const FieldName = (options: FieldOptions & { readonly default?: string }) =>
  Type.String({ maxLength: 1024, ...options, ...ui({ ...options['x-ui'], widget: 'field' }) })

/** Names of fields, in order. */
export const FieldNames = (options: FieldOptions & { readonly default?: readonly string[] }) =>
  Type.Array(FieldName({ title: 'Field' }), {
    maxItems: 1000,
    ...options,
    ...ui({ ...options['x-ui'], widget: 'fields' }),
  })
