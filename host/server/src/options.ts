import type { AuthOptions } from './auth/auth-options.ts'
import type { Brand } from './http/brand.ts'
import type { DevMiddleware } from './http/web.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { LogOptions } from './log/log.ts'
import type { PluginSource } from './plugins/installed.ts'
import type { TelemetryOptions } from './telemetry/options.ts'

export interface ServerOptions {
  /** Address to listen on; `127.0.0.1` when omitted. */
  readonly host?: string
  /** 0 is a free one. */
  readonly port: number
  /** Where everything is kept; in memory when omitted. */
  readonly dataFolder?: string
  /** `postgres://user:password@host:5432/name`: what several hosts share, in place of the database in the data folder. */
  readonly databaseUrl?: string
  /** Everybody on this machine is an admin, and nothing is kept: a temporary folder, loopback only. */
  readonly demo?: boolean
  /** Folder of the built interface. */
  readonly webRoot: string
  /** Folders of built plugins, or where else they come from. */
  readonly plugins: readonly string[] | PluginSource
  /** Folders of resources that are written into the store at start and when they change; what is in none of them any more is deleted. Without them, people may edit what came from some before. */
  readonly provisioning?: readonly string[]
  /** Milliseconds between two looks at these folders; 5000 when omitted. */
  readonly provisioningMs?: number
  /** As people reach the host, when that is not the address it listens on: `https://orrery.example`. */
  readonly publicUrl?: string
  /** Addresses and ranges of the proxies that are believed whom they name as the client. */
  readonly trustProxy?: readonly string[]
  /** Who comes in, and how; people with a name and a password when omitted. */
  readonly auth?: AuthOptions
  /** How the pages call themselves and look. */
  readonly brand?: Brand
  readonly log?: LogOptions
  /** How long queries that run may go on when the host stops, in milliseconds; 5000 when omitted. */
  readonly graceMs?: number
  /** How long the host goes on to answer after it says that it will stop, in milliseconds; 0 when omitted. */
  readonly drainMs?: number
  /** How often one may ask; false for no limits. In demo mode there are none. */
  readonly rateLimits?: RateLimits | false
  /** Whoever reads the metrics has to send it as a bearer token; when omitted, everybody who reaches the host may. */
  readonly metricsToken?: string
  /** Spans are sent when this, or the standard environment, names a collector. */
  readonly telemetry?: TelemetryOptions
  /** How often it is looked whether those who follow queries still may, in milliseconds; 15 000 when omitted. */
  readonly liveCheckMs?: number
  /** Origins, such as `https://ops.example`, that actions of dashboards may send requests to; none when omitted. */
  readonly actionOrigins?: readonly string[]
  /** Days that annotations made by hand are kept after they were last written; without end when omitted. */
  readonly annotationDays?: number
  /** Serves the interface from its sources in place of `webRoot`. */
  readonly devMiddleware?: DevMiddleware
}

/** A host that runs. */
export interface RunningServer {
  readonly url: string
  /** The one-time link by which the first admin comes in; absent when somebody exists. */
  readonly setupUrl?: string
  /** Stops accepting, gives running queries their time, then closes everything. */
  readonly close: () => Promise<void>
}
