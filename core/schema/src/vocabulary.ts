import { Type, type Static, type TObject, type TSchema } from 'typebox'

export { Type }
export type { Static, TObject, TSchema }

/** Every option set that a contribution declares: types, validation, form, docs and manifest derive from it. */
export type OptionsSchema = TObject

/** Hints for the form that is made from a schema; they stand under `x-ui`. */
export interface UiHints {
  /** Which control edits the value, when the type does not say: `code`, `unit`, `color`, `textarea`, `secret`, ... */
  readonly widget?: string
  /** Shows the field only while another field of the same object has this value. */
  readonly showIf?: Readonly<Record<string, unknown>>
  /** Fields with the same group stand together under its name. */
  readonly group?: string
  /** What an empty control shows. */
  readonly placeholder?: string
}

export interface FieldOptions {
  readonly title: string
  readonly description?: string
  readonly 'x-ui'?: UiHints
}

/** Form hints as a schema keyword: `Type.String({ title: 'Query', ...ui({ widget: 'code' }) })`. */
export const ui = (hints: UiHints) => ({ 'x-ui': hints })

/** A string that is stored encrypted and given to server code only. Stored documents hold a {@link SecretRef} instead. */
export const Secret = (options: FieldOptions) =>
  Type.String({ ...options, format: 'password', writeOnly: true, 'x-ui': { widget: 'secret', ...options['x-ui'] } })

/** Where a secret goes (url, host, proxy): while it is unchanged, stored secrets survive an edit; else they must be entered again. */
export const secretTarget = { 'x-secret-target': true } as const

/** What a stored document holds in place of a secret: an encrypted value's id, an environment variable, or a file. */
export type SecretRef = { readonly $secret: string } | { readonly $env: string } | { readonly $file: string }

/** The id of another resource of the same namespace. References are indexed: usages are shown, and guarded on delete. */
export const Ref = (kind: string, options: FieldOptions) =>
  Type.String({ ...options, minLength: 1, maxLength: 128, 'x-ref': kind })

/** Alternatives that a `type` property tells apart: a literal, or a choice of those that have the same shape. */
export const Variants = <const Members extends TSchema[]>(members: [...Members], options: Partial<FieldOptions> = {}) =>
  Type.Union(members, { ...options, 'x-variants': 'type' })

/** A choice among texts, with the titles that a form shows. */
export const Choice = <const Values extends Readonly<Record<string, string>>>(
  values: Values,
  options: FieldOptions & { readonly default?: keyof Values & string },
) =>
  Type.Unsafe<keyof Values & string>({
    type: 'string',
    enum: Object.keys(values),
    'x-enum-titles': Object.values(values),
    ...options,
  })
