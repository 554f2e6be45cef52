import {
  HttpClient,
  Logger,
  type DatasourceContext,
  type HooksFacade,
  type SetupContext,
  type Token,
} from '@orrery/sdk'
import { createTestHttp } from './http.ts'

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} }

/** What a datasource's `connect` is given in tests: fetch as HTTP, a silent log, and the services that the test names. */
export function createTestContext(services: ReadonlyMap<Token<unknown>, unknown> = new Map()): DatasourceContext {
  const http = createTestHttp()
  const all = new Map<symbol, unknown>([[Logger, silent], [HttpClient, http], ...services])
  return {
    log: silent,
    http,
    get: <T>(token: Token<T>) => {
      if (!all.has(token)) throw new Error(`the test provides no service ${token.description}`)
      // The map holds under a token what the token's type says.
      return all.get(token) as T
    },
  }
}

/** What a plugin's setup is given in tests: what it provides goes into `services`; hooks take taps and never run them. */
export function createTestSetup(services: Map<Token<unknown>, unknown>): SetupContext {
  const hooks = new Proxy({}, { get: () => ({ tap: () => () => {} }) })
  // Whatever hooks there are, each can be tapped.
  return {
    ...createTestContext(services),
    hooks: hooks as HooksFacade,
    provide: (token, value) => void services.set(token, value),
  }
}
