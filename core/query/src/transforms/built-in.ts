import { calculateField } from './calculate-field.ts'
import { concatenate } from './concatenate.ts'
import { configFromData } from './config-from-data.ts'
import { convertFieldType } from './convert-field-type.ts'
import { convertFrameType } from './convert-frame-type.ts'
import { dedupeByValues } from './dedupe-by-values.ts'
import { extractFields } from './extract-fields.ts'
import { fieldLookup } from './field-lookup.ts'
import { filterByRefId } from './filter-by-ref-id.ts'
import { filterByValue } from './filter-by-value.ts'
import { filterFieldsByName } from './filter-fields-by-name.ts'
import { formatString } from './format-string.ts'
import { formatTime } from './format-time.ts'
import { groupBy } from './group-by.ts'
import { groupToNestedTable } from './group-to-nested-table.ts'
import { groupingToMatrix } from './grouping-to-matrix.ts'
import { heatmap } from './heatmap.ts'
import { histogram } from './histogram.ts'
import { joinByField } from './join-by-field.ts'
import { joinByLabels } from './join-by-labels.ts'
import { labelsToFields } from './labels-to-fields.ts'
import type { LoadedTransform } from './library.ts'
import { limit } from './limit.ts'
import { merge } from './merge.ts'
import { organize } from './organize.ts'
import { partitionByValues } from './partition-by-values.ts'
import { prepareTimeSeries } from './prepare-time-series.ts'
import { reduce } from './reduce.ts'
import { regression } from './regression.ts'
import { renameByRegex } from './rename-by-regex.ts'
import { rowsToFields } from './rows-to-fields.ts'
import { seriesToRows } from './series-to-rows.ts'
import { smoothing } from './smoothing.ts'
import { sortBy } from './sort-by.ts'
import { spatial } from './spatial.ts'
import { timeSeriesTable } from './time-series-table.ts'
import type { TransformGroup } from './transform.ts'
import { transpose } from './transpose.ts'

/** As an editor lists it. */
export interface ListedTransform extends LoadedTransform {
  readonly description: string
  readonly group: TransformGroup
  readonly notes: string
  readonly keywords?: readonly string[]
}

/** The transformations of this package, in the order in which they are listed within their groups. */
export const builtInTransforms: readonly ListedTransform[] = [
  limit,
  dedupeByValues,
  joinByField,
  joinByLabels,
  merge,
  concatenate,
  seriesToRows,
  labelsToFields,
  groupBy,
  groupToNestedTable,
  groupingToMatrix,
  partitionByValues,
  reduce,
  organize,
  renameByRegex,
  filterFieldsByName,
  filterByRefId,
  calculateField,
  histogram,
  sortBy,
  prepareTimeSeries,
  timeSeriesTable,
  heatmap,
  filterByValue,
  regression,
  smoothing,
  formatString,
  formatTime,
  configFromData,
  convertFieldType,
  convertFrameType,
  transpose,
  spatial,
  extractFields,
  rowsToFields,
  fieldLookup,
]
