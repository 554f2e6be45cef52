// Declaring a plugin
export {
  definePlugin,
  server,
  shared,
  web,
  type AnyContribution,
  type Contribution,
  type Door,
  type Migrate,
  type PluginDefinition,
  type ServerSetup,
  type SetupContext,
  type Side,
  type View,
  type WebSetup,
} from '@orrery/kernel'
export {
  defineApp,
  definePanel,
  type App,
  type Command,
  type Mounted,
  type Page,
  type PageProps,
  type Panel,
  type PanelPage,
  type PanelProps,
  type Summary,
} from '@orrery/dashboard'
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
} from '@orrery/query'
export { type HostElement, type MountablePanel } from './mountable-panel.ts'

// Options: schemas, and checking what comes from outside
export {
  check,
  Choice,
  defaultsOf,
  parseDuration,
  Ref,
  Secret,
  secretTarget,
  Type,
  ui,
  validate,
  Variants,
  withDefaults,
  type FieldOptions,
  type OptionsSchema,
  type Problem,
  type Static,
  type TObject,
  type TSchema,
  type UiHints,
  type Validation,
} from '@orrery/schema'

// Errors
export {
  CodedError,
  defineErrors,
  isCodedError,
  type CodedErrorClass,
  type ErrorEntry,
  type ErrorTable,
} from '@orrery/schema'
export { FrameError } from '@orrery/frames'
export { QueryError } from '@orrery/query'

// Services of the host, and hooks
export {
  createToken,
  HostStats,
  HttpClient,
  Logger,
  Scheduler,
  type Hook,
  type Hooks,
  type HooksFacade,
  type HookStyle,
  type HostStatsSnapshot,
  type HttpRequest,
  type HttpResponse,
  type Services,
  type Tap,
  type Token,
} from '@orrery/kernel'

// Frames: making and reading them
export {
  alignSeries,
  Annotations,
  boolean,
  checkKind,
  concat,
  defineTable,
  Exemplars,
  fromArrow,
  integer,
  json,
  Logs,
  longText,
  nanos,
  number,
  optional,
  pick,
  SeriesBuilder,
  SeriesFrame,
  seriesKey,
  slice,
  TableFrame,
  text,
  time,
  toArrow,
  toLong,
  toSeries,
  toWide,
  withMeta,
  withNotice,
  type Cell,
  type Column,
  type FieldMeta,
  type Frame,
  type FrameKind,
  type FrameMeta,
  type Labels,
  type Notice,
  type ReadColumns,
  type Row,
  type RowColumns,
  type Series,
  type SeriesOptions,
  type TableShape,
  type TableType,
} from '@orrery/frames'

// Queries: time and variables
export {
  alignRange,
  builtInValues,
  intervalFor,
  interpolate,
  parseTemplate,
  usedVariables,
  type Quote,
  type Quotes,
  type Segment,
  type TimeRange,
  type VariableValue,
  type VariableValues,
} from '@orrery/query'

// Values as text and colour
export {
  activeThreshold,
  applyMappings,
  colorOf,
  compileFieldConfig,
  display,
  FieldConfig,
  FieldConfigSource,
  formatDuration,
  formatTicks,
  formatTime,
  formatValue,
  listUnits,
  resolveColor,
  resolveFieldConfig,
  seriesColor,
  seriesNames,
  thresholdLimits,
  type DisplayValue,
  type FieldConfigResolver,
  type FormattedValue,
  type Theme,
} from '@orrery/format'

// Interface text
export { createTranslator, pluralForms, type Catalogue, type TextParams, type Translate } from './translate.ts'
