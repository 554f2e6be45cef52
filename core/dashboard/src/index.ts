export { defineApp, type App, type Command, type Page, type PageProps } from './app.ts'
export { checkDashboard, dashboardProblems } from './check.ts'
export { AnnotationSpec } from './annotation-spec.ts'
export { Dashboard, DashboardSpec } from './dashboard.ts'
export { DashboardError, type DashboardProblem } from './errors.ts'
export { Folder, FolderSpec } from './folder.ts'
export { GRID_COLUMNS, gridHeight, GridItem, GridLayout, overlaps, packGrid, stackLayout } from './layout.ts'
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
