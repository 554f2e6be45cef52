export { defaultsOf, withDefaults } from './defaults.ts'
export { parseDuration } from './duration.ts'
export {
  CodedError,
  defineErrors,
  isCodedError,
  type CodedErrorClass,
  type ErrorEntry,
  type ErrorTable,
} from './errors.ts'
export { formOf, isShown, type Control, type FormField, type FormOption, type FormVariant } from './form.ts'
export { type Problem } from './problem.ts'
export { refsOf, type Reference } from './reference.ts'
export { SchemaError } from './schema-error.ts'
export {
  hasSameSecretTargets,
  isSecretRef,
  mapSecrets,
  secretPaths,
  secretTargetPaths,
  storedSchema,
} from './secret.ts'
export { isObject, type JsonObject } from './schema-node.ts'
export { check, validate, type Validation } from './validate.ts'
export {
  Choice,
  Ref,
  Secret,
  secretTarget,
  Type,
  ui,
  Variants,
  type FieldOptions,
  type OptionsSchema,
  type SecretRef,
  type Static,
  type TObject,
  type TSchema,
  type UiHints,
} from './vocabulary.ts'
export { mapTexts } from './texts.ts'
