declare const service: unique symbol

/** Names a service and carries its type; containers are keyed by it. */
export type Token<T> = symbol & { readonly [service]: T }

/** A token is the same in every copy of the package that makes it, so that plugins and host agree. */
export const createToken = <T>(id: string) => Symbol.for(`orrery.${id}`) as Token<T>

export interface Services {
  /** The service; throws SERVICE_MISSING when nobody provides it. */
  readonly get: <T>(token: Token<T>) => T
}

/** Structured log lines; the host adds plugin, trace and time. */
export interface Logger {
  readonly debug: (message: string, fields?: object) => void
  readonly info: (message: string, fields?: object) => void
  readonly warn: (message: string, fields?: object) => void
  readonly error: (message: string, fields?: object) => void
}
export const Logger = createToken<Logger>('logger')

export interface HttpRequest {
  /** `GET` when omitted. */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body in chunks as they arrive; reading past the response limit of the datasource throws HTTP_BODY_TOO_LARGE. */
  readonly body: AsyncIterable<Uint8Array>
  /** The whole body as UTF-8 text. */
  readonly text: () => Promise<string>
}

/**
 * HTTP to a backend, with the host's limits on time, bytes and concurrency. Any status is an answer; HTTP_UNREACHABLE,
 * HTTP_TIMEOUT and HTTP_CUT_OFF are thrown.
 */
export interface HttpClient {
  readonly request: (url: string, request?: HttpRequest) => Promise<HttpResponse>
}
export const HttpClient = createToken<HttpClient>('http')

/** Runs tasks again and again for as long as the plugin is enabled. */
export interface Scheduler {
  /** Runs `task` every `intervalMs`, never two at once; a failure is logged and the next run still comes. Returns the stop. */
  readonly every: (intervalMs: number, task: () => void | Promise<void>) => () => void
}
export const Scheduler = createToken<Scheduler>('scheduler')

/** Counters and gauges of this host process, for whoever wants to watch it. */
export interface HostStats {
  /** Current values by metric name, as `/metrics` shows them without labels: `orrery_http_requests_total`, ... */
  readonly read: () => HostStatsSnapshot
}
export interface HostStatsSnapshot {
  /** HTTP requests answered since start. */
  readonly requests: number
  /** HTTP requests answered with a 5xx status since start. */
  readonly requestErrors: number
  /** Datasource queries run since start. */
  readonly queries: number
  /** Datasource queries that failed since start. */
  readonly queryErrors: number
  /** Queries running now. */
  readonly queriesRunning: number
  /** Mean delay of the event loop since the last read by this caller's plugin, in seconds. */
  readonly eventLoopDelaySeconds: number
  /** Resident memory of the process, in bytes. */
  readonly residentBytes: number
}
export const HostStats = createToken<HostStats>('host-stats')
