export {
  definePlugin,
  type AnyContribution,
  type Contribution,
  type Migrate,
  type PluginDefinition,
} from './contribution.ts'
export { server, shared, web, type Door, type Side, type View, type ViewOf } from './doors.ts'
export { type Hook, type Hooks, type HooksFacade, type HookStyle, type Tap } from './hooks.ts'
export {
  createToken,
  HostStats,
  HttpClient,
  Logger,
  Scheduler,
  type HostStatsSnapshot,
  type HttpRequest,
  type HttpResponse,
  type Services,
  type Token,
} from './services.ts'
export { type ServerSetup, type SetupContext, type WebSetup } from './setup.ts'
