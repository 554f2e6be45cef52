export { default as OAlert } from './controls/OAlert.vue'
export { default as OBadge } from './controls/OBadge.vue'
export { default as OButton } from './controls/OButton.vue'
export { default as OCheckbox } from './controls/OCheckbox.vue'
export { default as OEmpty } from './controls/OEmpty.vue'
export { default as OField } from './controls/OField.vue'
export { default as OIcon } from './controls/OIcon.vue'
export { default as OIconButton } from './controls/OIconButton.vue'
export { default as OInput } from './controls/OInput.vue'
export { default as OKbd } from './controls/OKbd.vue'
export { default as ONumber } from './controls/ONumber.vue'
export { default as OSecret } from './controls/OSecret.vue'
export { default as OSkeleton } from './controls/OSkeleton.vue'
export { default as OSpinner } from './controls/OSpinner.vue'
export { default as OSwitch } from './controls/OSwitch.vue'
export { default as OTextarea } from './controls/OTextarea.vue'

export { type SelectOption } from './select/option.ts'
export { default as OCombobox } from './select/OCombobox.vue'
export { default as OSelect } from './select/OSelect.vue'

export { type MenuAction, type MenuItem } from './overlays/menu-item.ts'
export { default as OActions } from './overlays/OActions.vue'
export { default as ODialog } from './overlays/ODialog.vue'
export { default as OMenu } from './overlays/OMenu.vue'
export { default as OPopover } from './overlays/OPopover.vue'
export { default as OTabs } from './overlays/OTabs.vue'
export { default as OToasts } from './overlays/OToasts.vue'
export { default as OTooltip } from './overlays/OTooltip.vue'
export { type Tab } from './overlays/tab.ts'
export { useToasts, type Toast, type ToastOptions, type Toasts } from './overlays/toast.ts'

export { locales } from './locales/index.ts'

export { fieldConfigSchema, fieldMatcherSchema } from './form/field-schemas.ts'
export { refOptionsKey, suggestionsKey, type RefOptions, type Suggestions } from './form/form-context.ts'
export { countFound, isFoundIn } from './form/form-search.ts'
export { default as SchemaForm } from './form/SchemaForm.vue'

export { default as ChartLegend } from './chart/ChartLegend.vue'
export { toggleHidden, type LegendItem, type LegendSort } from './chart/legend.ts'
export { shareLegendRoom, type LegendRoom } from './chart/legend-room.ts'
export { legendHeadings, legendSort, legendValues } from './chart/legend-texts.ts'
export { type ChartLayer, type LayerHit, type PlotPlace, type TooltipLink, type TooltipOffer } from './chart/layer.ts'
export { type AxisOptions } from './chart/value-axis.ts'
export { type LyingPlot, type Orientation } from './chart/orientation.ts'
export { type ColorStop, type PointSymbol, type SeriesStyle, type TimeChartSeries } from './chart/series.ts'
export { type ThresholdMark, type ThresholdsStyle } from './chart/thresholds.ts'
export { default as TimeChart } from './chart/TimeChart.vue'
export { arrangeRows, type TooltipMode, type TooltipSort } from './chart/tooltip-rows.ts'

export { type CellColumns, type CellPlace } from './chart/cells/cell-columns.ts'
export { type AxisMark, type CellAxis, type CellHover } from './chart/cells/cell-plot.ts'
export { type AxisPart, type CellSelectionMode } from './chart/cells/cell-selection.ts'
export { default as CellChart } from './chart/cells/CellChart.vue'
export { default as ColorScale } from './chart/cells/ColorScale.vue'

export { annotatingKey, type AnnotatedTime, type Annotating, type AnnotationAction } from './chart/annotating.ts'
export { default as AnnotationMarks } from './chart/overlays/AnnotationMarks.vue'
export { default as ChartCard } from './chart/overlays/ChartCard.vue'
export { useOverlays, type OverlaySource } from './chart/overlays/use-overlays.ts'

export { type Extremes } from './chart/exact/block-levels.ts'
export { buildPyramid } from './chart/exact/build-queue.ts'
export { exactLine } from './chart/exact/line-paths.ts'
export { Pyramid } from './chart/exact/pyramid.ts'
export { View, type ExactSource } from './chart/exact/source.ts'
export { exactStepped } from './chart/exact/stepped-paths.ts'
export { exactRange, extremesInView } from './chart/exact/value-range.ts'

export {
  type CellPaint,
  type ColumnGroup,
  type DrawnCell,
  type FootCell,
  type TableColumn,
  type TableSort,
  type TextCodes,
} from './table/column.ts'
export { default as DataTable } from './table/DataTable.vue'
export { type ColumnFilter, type ColumnFilters } from './table/row-filter.ts'
export { noChoices, type ColumnChoices } from './table/use-columns.ts'

export { isShownImage } from './markdown/image-address.ts'
export { default as OMarkdown } from './markdown/OMarkdown.vue'

export { gridGap, layOutGrid, noticeHeight, type Grid, type GridRoom } from './values/grid.ts'
export { toSparkline, type Sparkline, type SparklineRoom } from './values/sparkline.ts'
export { createSteadyLength } from './values/steady-length.ts'
export { showsNames, showsValues, type TextMode } from './values/text-mode.ts'
export {
  meterAttributes,
  useMeters,
  useValues,
  type MeteredValue,
  type ShownValue,
  type ValuesSource,
} from './values/use-values.ts'
export { valueLength } from './values/value-length.ts'
export { default as ValueGrid } from './values/ValueGrid.vue'
export { default as ValueLink } from './values/ValueLink.vue'
export { default as ValueText } from './values/ValueText.vue'
