import { HttpClient, Logger, type Kernel } from '@orrery/kernel'
import type { Connect, DatasourceClient } from '@orrery/query'
import { check, isCodedError, withDefaults, type CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { createHttpClient } from './http-client.ts'
import type { DatasourceType } from './types.ts'

export type Client = DatasourceClient<unknown>

export interface Opened {
  readonly client: Client
  /** Closes the client, and its connections also when that fails. */
  readonly close: () => Promise<void>
}

/** What a plugin threw, with a code. */
export const datasourceFailure = (type: string, cause: unknown): CodedError =>
  isCodedError(cause)
    ? cause
    : new ServerError('DATASOURCE_FAILED', { type, reason: String((cause as Error)?.message ?? cause) }, { cause })

/** What the task answers, or DATASOURCE_TIMEOUT; its signal is aborted then, and it is left behind. */
export async function within<T>(
  timeoutMs: number,
  what: { readonly type: string; readonly step: string },
  task: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const timeout = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new ServerError('DATASOURCE_TIMEOUT', { ...what, seconds: timeoutMs / 1000 })
      reject(error)
      timeout.abort(error)
    }, timeoutMs)
  })
  try {
    return await Promise.race([task(timeout.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Opens datasources of all types, with options whose secrets are texts. DATASOURCE_FAILED, DATASOURCE_TIMEOUT. */
export const createConnect =
  (kernel: Kernel, timeoutMs: number) =>
  async (type: DatasourceType, options: unknown): Promise<Opened> => {
    const checked = check(type.options, withDefaults(type.options, options), `The options of a ${type.id} datasource`)
    // The build checked the door's default export against this contract.
    const open = (await kernel.openContribution('datasource', type.id, 'connect')) as Connect<unknown, unknown>
    const services = kernel.services(type.plugin)
    const http = createHttpClient()
    const get: typeof services.get = (token) =>
      token === (HttpClient as symbol) ? (http as never) : services.get(token)
    const closeClient = async (client: Client) => {
      try {
        await within(timeoutMs, { type: type.id, step: 'close' }, () => client.close?.())
      } finally {
        await http.close()
      }
    }
    const opening = (async () => open(checked, { get, log: services.get(Logger), http }))()
    try {
      const client = await within(timeoutMs, { type: type.id, step: 'connect' }, () => opening)
      return { client, close: () => closeClient(client) }
    } catch (cause) {
      // One that comes too late is closed as well.
      opening.then(closeClient).catch(() => {})
      await http.close()
      throw datasourceFailure(type.id, cause)
    }
  }
