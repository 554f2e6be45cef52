import { Container } from 'inversify'
import { KernelError } from './errors.ts'
import type { Services, Token } from './services.ts'

/** What makes a service for one plugin, and its end. */
export interface PluginScope {
  readonly plugin: string
  /** Runs `undo` when the plugin is disabled. */
  readonly onStop: (undo: () => void | Promise<void>) => void
}

export type MakeService<T> = (scope: PluginScope) => T

/** Services of one plugin: its own, then the host's. */
export interface PluginContainer extends Services {
  readonly provide: <T>(token: Token<T>, value: T) => void
}

/** Services of the host. */
export interface RootContainer {
  readonly provide: <T>(token: Token<T>, value: T) => void
  readonly provideEach: <T>(token: Token<T>, make: MakeService<T>) => void
  readonly childFor: (scope: PluginScope) => PluginContainer
}

const nameOf = (token: symbol) => (token.description ?? '').replace(/^orrery\./, '')

const bind = <T>(container: Container, token: Token<T>, value: T, owner: string) => {
  if (container.isCurrentBound(token))
    throw new KernelError('SERVICE_DUPLICATE', { service: nameOf(token), plugin: owner })
  container.bind<T>(token).toConstantValue(value)
}

export const createContainer = (): RootContainer => {
  const root = new Container()
  const makers = new Map<symbol, MakeService<unknown>>()
  return {
    provide: (token, value) => bind(root, token, value, 'the host'),
    provideEach(token, make) {
      if (makers.has(token))
        throw new KernelError('SERVICE_DUPLICATE', { service: nameOf(token), plugin: 'every plugin' })
      makers.set(token, make)
    },
    childFor(scope) {
      // Three levels, so that a plugin may provide its own in place of what the host makes for it.
      const made = new Container({ parent: root })
      for (const [token, make] of makers)
        made
          .bind(token)
          .toDynamicValue(() => make(scope))
          .inSingletonScope()
      const own = new Container({ parent: made })
      return {
        provide: (token, value) => bind(own, token, value, scope.plugin),
        get<T>(token: Token<T>) {
          const service = own.get<T>(token, { optional: true })
          if (service === undefined)
            throw new KernelError('SERVICE_MISSING', { service: nameOf(token), plugin: scope.plugin })
          return service
        },
      }
    },
  }
}
