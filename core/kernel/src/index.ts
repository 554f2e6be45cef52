export {
  definePlugin,
  type AnyContribution,
  type Contribution,
  type Migrate,
  type PluginDefinition,
  type Texts,
} from './contribution.ts'
export { type MakeService, type PluginScope } from './container.ts'
export { DoorRef, isDoorRef, serverPath, webPath } from './door-ref.ts'
export { server, shared, web, type Door, type Side, type View, type ViewOf } from './doors.ts'
export { KernelError } from './errors.ts'
export {
  createHooks,
  type HookEvent,
  type HookFault,
  type HookHost,
  type HookOutcome,
  type HookPolicy,
  type HookStyles,
  type PluginHooks,
} from './hook-host.ts'
export { type Hook, type Hooks, type HooksFacade, type HookStyle, type Tap } from './hooks.ts'
export { createKernel, type Kernel, type KernelOptions, type OpenDoor } from './kernel.ts'
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
export { type ServerSetup, type SetupContext } from './setup.ts'
