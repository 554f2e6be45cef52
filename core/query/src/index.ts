export { DatasourceKind, DatasourceSpec, type DatasourceResource } from './datasource-kind.ts'
export {
  defineDatasource,
  type Budget,
  type Connect,
  type Datasource,
  type DatasourceClient,
  type DatasourceContext,
  type Purpose,
  type QueryEditorProps,
  type QueryRequest,
} from './datasource.ts'
export { QueryError } from './errors.ts'
export { alignRange, intervalFor } from './interval.ts'
export { parseTime } from './time-expression.ts'
export {
  describeRange,
  quickRanges,
  resolveRange,
  zoomOut,
  type QuickRange,
  type TimeExpressions,
  type TimeRange,
} from './time-range.ts'
export {
  builtInValues,
  interpolate,
  parseTemplate,
  usedVariables,
  type Quote,
  type Quotes,
  type Segment,
  type VariableValue,
  type VariableValues,
} from './variables.ts'
