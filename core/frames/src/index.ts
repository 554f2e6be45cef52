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
export { JsonColumn, type Json } from './column/json-column.ts'
export type { Labels } from './column/labels.ts'
export { LongTextColumn } from './column/long-text-column.ts'
export { NanosColumn } from './column/nanos-column.ts'
export { NumberColumn, type NumberKind } from './column/number-column.ts'
export { TextColumn, TextDictionary } from './column/text-column.ts'
export type { Validity } from './column/validity.ts'
export { FrameError } from './errors.ts'
export { seriesKey, withMeta, withNotice, type Frame } from './frame.ts'
export type { FieldMeta, FrameKind, FrameMeta, Notice, TableKind } from './metadata.ts'
export type { Axis } from './series/axis.ts'
export { SeriesBuilder, type SeriesOptions, type SeriesShape, type SeriesValues } from './series/series-builder.ts'
export { SeriesFrame, type Series, type SeriesParts } from './series/series-frame.ts'
export {
  defineTable,
  type ReadColumns,
  type Row,
  type RowColumns,
  type TableShape,
  type TableType,
} from './table/define-table.ts'
export { TableFrame, type TableParts } from './table/table-frame.ts'
