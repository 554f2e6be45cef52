export {
  definePlugin,
  type AnyContribution,
  type Contribution,
  type Migrate,
  type PluginDefinition,
} from './contribution.ts'
export { DoorRef, serverPath, webPath } from './door-ref.ts'
export { server, shared, web, type Door, type Side, type View, type ViewOf } from './doors.ts'
export { KernelError } from './errors.ts'
export { type Hook, type Hooks, type HooksFacade, type HookStyle, type Tap } from './hooks.ts'
export { Manifest, ManifestContribution, parseManifest } from './manifest.ts'
export { createRegistry, type Registry } from './registry.ts'
export { sdkSatisfies } from './sdk-range.ts'
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
