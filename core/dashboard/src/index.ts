export { defineApp, type App, type Command, type Page, type PageProps } from './app.ts'
export { checkDashboard, checkLibraryPanel, dashboardProblems } from './check.ts'
export {
  AnnotationSpec,
  AnnotationTag,
  isInScope,
  PanelScope,
  type OwnAnnotations,
  type QueryAnnotations,
} from './annotation-spec.ts'
export { Dashboard, DashboardSpec } from './dashboard.ts'
export { DashboardLink } from './dashboard-link.ts'
export { type ChangeSubject, type DashboardChange, type DashboardText } from './diff/change.ts'
export { diffDashboards } from './diff/diff-dashboards.ts'
export { mergeDashboards } from './diff/merge-dashboards.ts'
export { DashboardError, type DashboardProblem } from './errors.ts'
export { Folder, FolderSpec } from './folder.ts'
export {
  asksForData,
  Condition,
  ConditionRule,
  meetsCondition,
  variablesOfCondition,
  type ConditionFacts,
} from './condition.ts'
export { AutoItem, AutoLayout } from './layout/auto.ts'
export {
  GRID_COLUMNS,
  gridHeight,
  GridItem,
  GridLayout,
  GridRepeat,
  inReadingOrder,
  overlaps,
  packGrid,
  stackLayout,
  type GridPlace,
} from './layout/grid.ts'
export {
  hasSections,
  Layout,
  MAX_SECTION_LEVELS,
  type LayoutType,
  type PanelLayout,
  type RowsLayout,
  type Section,
  type SectionLayout,
  type TabsLayout,
} from './layout/layout.ts'
export {
  addPanel,
  CopiedPanel,
  copyPanel,
  duplicatePanel,
  findItem,
  freePanelId,
  moveItem,
  movePanelToSection,
  pastePanel,
  removePanel,
  resizeItem,
  setItem,
  type AddPanelOptions,
  type ItemTarget,
} from './layout/edit-panels.ts'
export {
  addSection,
  changeLayoutType,
  changeSection,
  duplicateSection,
  freeSectionId,
  moveSection,
  removeSection,
  renameSection,
  type AddSectionOptions,
  type ChangeLayoutTypeOptions,
} from './layout/edit-sections.ts'
export {
  findSection,
  mapLayout,
  sectionLevels,
  sectionsAround,
  sectionsOf,
  sectionsTo,
  shownPanels,
} from './layout/walk.ts'
export {
  definePanel,
  detachedPage,
  type Kept,
  type MountablePanel,
  type Mounted,
  type Panel,
  type PanelPage,
  type PanelProps,
  type Summary,
  type Theme,
} from './panel.ts'
export { LibraryPanel, libraryPanelsOf, LibraryPanelUse, withLibraryPanels } from './library-panel.ts'
export { isLibraryPanelUse, panelEntries, panelEntry, panelTitle, setPanel, type PanelEntry } from './panel-entry.ts'
export { ExpressionQuery, expressionQueryOf } from './expression-query.ts'
export { PanelQuery, PanelSpec } from './panel-spec.ts'
export { panelRange, queryTime, type PanelMoment, type QueryTime } from './panel-time.ts'
export { DashboardTime, momentOf, TimeReading, toReading, type TimeMoment } from './time-settings.ts'
export {
  checkPlaylist,
  LEAST_PLAYLIST_INTERVAL_MS,
  Playlist,
  PLAYLIST_INTERVAL,
  playlistIntervalMs,
  PlaylistItem,
  playlistProblems,
  PlaylistSpec,
} from './playlist.ts'
export { defineStarter, type Starter, type StarterDashboard } from './starter.ts'
export { datasourceIn, filtersFor, filterVariables, resolveFilters, type FilterValues } from './filters.ts'
export {
  ALL_VALUES,
  AUTO_INTERVAL,
  Variable,
  VariableOption,
  VariableSort,
  type FiltersVariable,
  type ValueVariable,
  type VariableOf,
} from './variable.ts'
export { isAsked, isListVariable, isSeveral, isValueVariable, takesCustom, type ListVariable } from './variables.ts'
export {
  createVariableGraph,
  type VariableGraph,
  type VariableGraphOptions,
  type VariableRequest,
  type VariableState,
  type VariableStatus,
} from './variables/graph.ts'
export {
  finishOptions,
  MAX_OPTIONS,
  optionsOfExpression,
  optionsOfFrames,
  ownOptions,
  type FindAll,
  type Found,
} from './variables/options.ts'
export {
  circularVariables,
  ownVariables,
  scopedVariables,
  variableDependencies,
  variableKey,
  variablesOfPanel,
  variablesWithin,
  withDependencies,
  type ScopedVariable,
  type VariablesByName,
} from './variables/scope.ts'
export {
  admitValue,
  defaultValue,
  detailValue,
  isAll,
  settleValue,
  type Matches,
  type ValueContext,
} from './variables/values.ts'
