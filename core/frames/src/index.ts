export { BooleanColumn } from './column/boolean-column.ts'
export {
  boolean,
  integer,
  json,
  longText,
  nanos,
  number,
  optional,
  text,
  time,
  type Cell,
  type Cells,
  type Column,
  type ColumnKind,
  type Columns,
  type ColumnSpec,
  type ValueColumn,
} from './column/column.ts'
export { createBuilder, type ColumnBuilder } from './column/builders.ts'
export { JsonColumn, type Json } from './column/json-column.ts'
export type { LabelBytes, Labels } from './column/labels.ts'
export { LongTextColumn } from './column/long-text-column.ts'
export { NanosColumn } from './column/nanos-column.ts'
export { NumberColumn, type NumberKind } from './column/number-column.ts'
export { TextColumn, TextDictionary } from './column/text-column.ts'
export { isNull as isNullAt, type Validity } from './column/validity.ts'
export {
  alignSeries,
  placesOn,
  spreadColumn,
  uniteTimes,
  type AlignedSeries,
  type AlignOptions,
} from './convert/align.ts'
export { codesOf, uniteCodes, type Codes, type UnitedCodes } from './convert/column-codes.ts'
export { concat } from './convert/concat.ts'
export { groupRows, type GroupRuns, type RowGroups } from './convert/group-rows.ts'
export { explicitTimes } from './convert/explicit-times.ts'
export { toColumnName, toLabelName } from './convert/flat-names.ts'
export { pick, slice } from './convert/pick.ts'
export { firstFrom } from './convert/first-from.ts'
export { pickPoints } from './convert/pick-points.ts'
export { toLong } from './convert/to-long.ts'
export { toSeries, type ToSeriesOptions } from './convert/to-series.ts'
export { toWide, type WideOptions } from './convert/to-wide.ts'
export { FrameError } from './errors.ts'
export { seriesKey, withMeta, withNotice, type Frame } from './frame.ts'
export { decode, type DecodeOptions } from './ipc/decode.ts'
export { encode, encodeChunks } from './ipc/encode.ts'
export { fromArrow } from './ipc/from-arrow.ts'
export { toArrow } from './ipc/to-arrow.ts'
export { LiveSeries, type LiveAppend, type LiveOptions, type LiveView } from './live/live-series.ts'
export type { FieldMeta, FrameKind, FrameMeta, Notice, TableKind } from './metadata.ts'
export type { Axis } from './series/axis.ts'
export { runsOf } from './reduce/group-runs.ts'
export { createGroupReducer, gatherGroups, isGroupReducer, type GroupReducerId } from './reduce/reduce-groups.ts'
export {
  isReducerId,
  numberReducers,
  reduce,
  reducerIds,
  reducers,
  type NumberReducerId,
  type Reduced,
  type Reducer,
  type ReducerId,
} from './reduce/reducers.ts'
export { SeriesBuilder, type SeriesOptions, type SeriesShape, type SeriesValues } from './series/series-builder.ts'
export { SeriesFrame, type OwnMeta, type Series, type SeriesParts } from './series/series-frame.ts'
export {
  defineTable,
  type ReadColumns,
  type Row,
  type RowColumns,
  type TableShape,
  type TableType,
} from './table/define-table.ts'
export { Annotations, checkKind, Exemplars, Logs } from './table/kinds.ts'
export { Candles, Edges, Flamegraph, HeatmapCells, Nodes, Spans } from './table/picture-kinds.ts'
export { TableFrame, type TableParts } from './table/table-frame.ts'
