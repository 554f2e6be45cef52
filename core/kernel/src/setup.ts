import type { HooksFacade } from './hooks.ts'
import type { Logger, Services, Token } from './services.ts'

export interface SetupContext extends Services {
  readonly log: Logger
  /** Taps made here are gone when the plugin is disabled. */
  readonly hooks: HooksFacade
  /** Gives a service to the datasources and pages of this plugin. */
  readonly provide: <T>(token: Token<T>, value: T) => void
}

/** Runs once, when the first door of the plugin is opened on the server. What it returns runs when the plugin stops. */
export type ServerSetup = (
  context: SetupContext,
) => void | (() => void | Promise<void>) | Promise<void | (() => void | Promise<void>)>
