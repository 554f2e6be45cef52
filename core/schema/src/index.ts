export { CodedError, defineErrors, isCodedError, type CodedErrorClass, type ErrorEntry, type ErrorTable } from './errors.ts'
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
