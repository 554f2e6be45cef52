export { AxisFieldOptions, HideFrom } from './axis-field-options.ts'
export { AnnotationOptions, LegendOptions, TooltipOptions } from './chart-options.ts'
export { colorOf, colorStatistic, type ColorConfig, type Colored, type ColorStatistic } from './color.ts'
export { ColorName, ColorOption, SchemeName, SeriesPalette } from './color-option.ts'
export type { FormatContext } from './date-text.ts'
export { display, type DisplayContext, type DisplayValue } from './display.ts'
export { FormatError } from './errors.ts'
export { FieldConfig, FieldConfigSource, FieldOverride, OverrideScope } from './field-config.ts'
export {
  ActionVariable,
  cellsOfAction,
  FieldAction,
  fillAction,
  offerActions,
  type FilledAction,
  type OfferedAction,
} from './field-action.ts'
export { FieldLink, fillLink, isSafeUrl, type FilledLink, type LinkContext } from './field-link.ts'
export { FieldMatcher, NumberReducer } from './field-matcher.ts'
export { compileMatchers } from './field-matching.ts'
export { fieldOptionsOf } from './field-options.ts'
export { compileFieldConfig, resolveFieldConfig, type FieldConfigResolver } from './field-resolution.ts'
export { fieldSubjects, type FieldSubject } from './field-subject.ts'
export { type Ladder, type Rung } from './ladder.ts'
export { applyMappings, Mapping, type MappedValue } from './mapping.ts'
export { paletteNames, resolveColor, seriesColor, seriesColorOf, type PaletteName } from './palette.ts'
export { schemeColor } from './scheme.ts'
export { paletteColor } from './series-palette.ts'
export { fillLabels, seriesNames, type SeriesIdentity, type SeriesNameOptions } from './series-name.ts'
export { activeThreshold, thresholdLimits, ThresholdStep, Thresholds, type ThresholdLimit } from './threshold.ts'
export { fillThresholds, type FilledFieldConfig } from './threshold-variables.ts'
export type { Theme } from './theme.ts'
export { formatDuration } from './duration-text.ts'
export { currentLocale, setLocale } from './locale.ts'
export { formatIsoTime, formatTime } from './time-text.ts'
export {
  listUnits,
  parseUnit,
  unitBase,
  type BooleanUnit,
  type DateUnit,
  type ScaledUnit,
  type TextUnit,
  type Unit,
} from './unit.ts'
export { formatTicks, formatValue, type FormattedValue, type TextConfig } from './value-text.ts'
export { sayShift, timeShiftOf } from './time-shift.ts'
export { nameFields, seriesSources, type FieldSource, type NamedField } from './named-field.ts'
export { ReduceOptions } from './reduce-options.ts'
export type { Course } from './value-source.ts'
export {
  linkContext,
  readValues,
  showValue,
  type PanelValue,
  type PanelValues,
  type ReadValuesOptions,
} from './values.ts'
export { compileValueMatcher, ValueMatcher, type MatchedValue } from './value-matcher.ts'
export { scaleShare, valueScale, type ValueScale } from './value-scale.ts'
export { fillText, showVariable } from './template/fill-text.ts'
export { parseTemplate, usedVariables, type Segment, type VariableSegment } from './template/template.ts'
export { variableFormats, type FormatRequest, type VariableFormat } from './template/variable-formats.ts'
export {
  listOf,
  readVariable,
  toDetailed,
  type DetailedValue,
  type VariableScope,
  type VariableValue,
  type VariableValues,
} from './template/variable-value.ts'
