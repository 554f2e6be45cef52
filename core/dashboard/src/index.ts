export { defineApp, type App, type Command, type Page, type PageProps } from './app.ts'
export { checkDashboard, dashboardProblems } from './check.ts'
export { AnnotationSpec } from './annotation-spec.ts'
export { Dashboard, DashboardSpec } from './dashboard.ts'
export { type ChangeSubject, type DashboardChange, type DashboardText } from './diff/change.ts'
export { diffDashboards } from './diff/diff-dashboards.ts'
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
export { findSection, mapLayout, sectionLevels, sectionsAround, sectionsOf, shownPanels } from './layout/walk.ts'
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
export { PanelQuery, PanelSpec } from './panel-spec.ts'
export { panelRange, queryTime, type PanelMoment, type QueryTime } from './panel-time.ts'
export { defineStarter, type Starter, type StarterDashboard } from './starter.ts'
export { filtersFor, resolveFilters, type FilterValues } from './filters.ts'
export { Variable, type FiltersVariable, type ValueVariable } from './variable.ts'
export { admitVariable, defaultOf, isValueVariable, resolveVariables } from './variables.ts'
