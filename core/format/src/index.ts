export { ColorName, ColorOption, SchemeName } from './color-option.ts'
export { FormatError } from './errors.ts'
export { FieldConfig, FieldConfigSource, FieldLink, FieldMatcher, FieldOverride } from './field-config.ts'
export {
  compileFieldConfig,
  resolveFieldConfig,
  type FieldConfigResolver,
  type FieldSubject,
} from './field-resolution.ts'
export { applyMappings, Mapping, type MappedValue } from './mapping.ts'
export { activeThreshold, thresholdLimits, ThresholdStep, Thresholds, type ThresholdLimit } from './threshold.ts'
