export {
  CodedError,
  defineErrors,
  isCodedError,
  type CodedErrorClass,
  type ErrorEntry,
  type ErrorTable,
} from './errors.ts'
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
export { defaultsOf, withDefaults } from './defaults.ts'
export { parseDuration } from './duration.ts'
export { type Problem } from './problem.ts'
export { SchemaError } from './schema-error.ts'
export { check, validate, type Validation } from './validate.ts'
