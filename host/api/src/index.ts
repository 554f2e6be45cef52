export { ActionAnswer, ActionRun, ActionValues } from './actions.ts'
export type { CallOptions } from './client/call.ts'
export { createClient, type Client, type ClientOptions } from './client/client.ts'
export { ApiError, ApiProblem } from './client/errors.ts'
export { createResourceClient, type ResourceClient, type ResourceListOptions } from './client/resource-client.ts'
export { ChangeParams, CompareParams, Comparison, ReferenceList } from './changes.ts'
export { kinds } from './kinds.ts'
export { addresses, openApi, type Address, type OpenApiOptions } from './openapi/openapi.ts'
export { accessText } from './openapi/operation.ts'
export { PluginDetails, PluginInfo, PluginList, PluginProblem } from './plugins.ts'
export { Problem, PROBLEM_MEDIA_TYPE } from './problem.ts'
export { Provisioning } from './provisioning.ts'
export {
  DraftQuery,
  FilterNames,
  FilterOptionsQuery,
  FRAMES_MEDIA_TYPE,
  QueryBatch,
  SealedAnnotations,
  SealedPanel,
  VariableOptionList,
  VariableOptionsQuery,
} from './query.ts'
export {
  defineRoute,
  isMedia,
  isOfKind,
  type Access,
  type Answer,
  type IsOfKind,
  type MediaAnswer,
  type Route,
  type RouteAnswer,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from './route.ts'
export { routes } from './routes/table.ts'
export {
  AnyResource,
  Applied,
  Apply,
  ChangeBody,
  ChangeList,
  DeleteParams,
  HistoryParams,
  ListParams,
  ResourceBody,
  ResourceList,
  ResourceSummary,
  Restore,
  SearchParams,
  SearchResults,
  StoredResourceBody,
  SummaryList,
  TestResult,
  UsageList,
} from './resources.ts'
export { StarList } from './stars.ts'
export {
  AnnotationBody,
  AnnotationEvent,
  AnnotationList,
  AnnotationParams,
  AnnotationRecord,
  AnnotationTagList,
} from './annotations.ts'
export { DeletedList, KindList, StoredText, StoredTextList, StoredTextParams } from './stored.ts'
export { AccessToken, NewAccessToken, TokenInfo, TokenList } from './tokens.ts'
export { Email, NewUser, REQUEST_HEADER, RoleSchema, Session, Setup, SignIn, User } from './session.ts'
