export { AdhocFilter, FilterOperator, takesSeveral } from './adhoc-filter.ts'
export { createBudgetGate, defaultBudget, withinBudget, type BudgetGate } from './budget.ts'
export { type Calendar } from './calendar.ts'
export { createByteCache, type ByteCache, type ByteCacheOptions } from './cache.ts'
export { DatasourceKind, DatasourceSpec, type DatasourceResource } from './datasource-kind.ts'
export {
  defineDatasource,
  type Budget,
  type Connect,
  type Datasource,
  type DatasourceClient,
  type DatasourceContext,
  type EditedDatasource,
  type EditedVariable,
  type FilterOptions,
  type FilterOptionsRequest,
  type Purpose,
  type QueryEditorProps,
  type QueryProblem,
  type QueryRequest,
} from './datasource.ts'
export { QueryError } from './errors.ts'
export { frameBytes } from './frame-bytes.ts'
export { alignRange, intervalFor } from './interval.ts'
export { createLimiter, type Limiter, type LimitOptions } from './limits.ts'
export { Comparison, Condition } from './expressions/condition.ts'
export {
  ClassicCondition,
  Expression,
  EXPRESSIONS,
  type ExpressionOf,
  type ExpressionType,
} from './expressions/expression.ts'
export { constants as mathConstants, functionNames as mathFunctions } from './expressions/math/syntax.ts'
export { dependenciesOf, expressionProblems } from './expressions/references.ts'
export { renameInput } from './expressions/rename-input.ts'
export {
  type ExpressionContext,
  type ExpressionNode,
  type ExpressionOutcome,
  type ExpressionProblem,
  type ExpressionRequest,
} from './expressions/request.ts'
export { runExpressions } from './expressions/run.ts'
export { type FollowedAnswer } from './follow.ts'
export { isLiveRows, type LivePosition, type LiveRows, type LiveUpdate } from './live.ts'
export { LiveReader } from './live-reader.ts'
export { type LiveAnswer, type LiveStreamsOptions } from './live-streams.ts'
export { LiveWindow, type LiveMessage, type LiveWindowOptions } from './live-window.ts'
export {
  createPipeline,
  type Pipeline,
  type PipelineOptions,
  type PipelineRequest,
  type QueryAnswer,
  type QueryOutcome,
  type QueryReport,
} from './pipeline.ts'
export { countFrames, QueryStats, QueryStep, toHundredths, withEncoding } from './query-stats.ts'
export { queryHooks, type QueryRequestEvent, type QueryResultEvent } from './query-hooks.ts'
export { parseTime } from './time-expression.ts'
export { shiftTimes } from './time-shift.ts'
export {
  fiscalRanges,
  lastOf,
  panRange,
  type RangeUnit,
  quickRanges,
  resolveRange,
  zoomIn,
  zoomOut,
  type QuickRange,
  type TimeExpressions,
  type TimeRange,
} from './time-range.ts'
export { builtInValues, interpolate, toDurationText, type Quote, type Quotes } from './variables.ts'
export type { VariableValue, VariableValues } from '@orrery/format'
export {
  decodeMessages,
  encodeEnd,
  encodeMessage,
  toWireProblem,
  WireHeader,
  WireLive,
  WireProblem,
  type WireLimits,
  type WireMessage,
} from './wire.ts'
export { builtInTransforms, type ListedTransform } from './transforms/built-in.ts'
export { FieldName, FieldNames } from './transforms/field-name.ts'
export { findColumn, findName, seriesNamesOf, toRows } from './transforms/fields.ts'
export { fillOption } from './transforms/fill-option.ts'
export { fillTexts } from './transforms/fill-texts.ts'
export { findBuiltIn, type FindTransform, type LoadedTransform } from './transforms/library.ts'
export { createShapeMemo, type ShapeMemo, type ShapeMemoOptions } from './transforms/memo.ts'
export { oddFrames } from './transforms/odd-frames.ts'
export { isTakenBy, runTransforms, type TransformRequest, type TransformStage } from './transforms/run.ts'
export {
  defineTransform,
  type Apply,
  type ApplyOnServer,
  type Transform,
  type TransformContext,
  type TransformDeclaration,
  type TransformGroup,
} from './transforms/transform.ts'
export { Transformation } from './transforms/transformation.ts'
