export { PluginInfo, PluginList, PluginProblem } from './plugins.ts'
export { Problem, PROBLEM_MEDIA_TYPE } from './problem.ts'
export { DraftQuery, FRAMES_MEDIA_TYPE, QueryBatch, SealedPanel } from './query.ts'
export {
  Applied,
  Apply,
  ChangeList,
  HistoryParams,
  ListParams,
  ResourceBody,
  ResourceList,
  Restore,
  SearchParams,
  SearchResults,
  StoredResourceBody,
  TestResult,
  UsageList,
} from './resources.ts'
export { AccessToken, NewAccessToken, TokenInfo, TokenList } from './tokens.ts'
export { NewUser, REQUEST_HEADER, RoleSchema, Session, Setup, SignIn } from './session.ts'
