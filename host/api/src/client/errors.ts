import { CodedError, defineErrors } from '@orrery/schema'
import type { Problem } from '../problem.ts'

/** What goes wrong between a client and a host. */
export const ApiError = defineErrors('ApiError', {
  HOST_UNREACHABLE: {
    status: 503,
    message: ({ url, reason }: { url: string; reason: string }) =>
      `The host at ${url} cannot be reached: ${reason}. Check the address, that the host runs, and the connection to it.`,
  },
  HOST_ANSWER: {
    status: 502,
    message: ({ method, path, reason }: { method: string; path: string; reason: string }) =>
      `What answered ${method} ${path} is no host that this client knows: ${reason}. Check the address and what stands before the host, and that both have the same version.`,
  },
})
export type ApiError = InstanceType<typeof ApiError>

/** What a host refused or failed at, as it says itself. */
export class ApiProblem extends CodedError {
  /** Finds the request in the host's log. */
  readonly traceId: string | undefined
  /** The plugin that it came from. */
  readonly plugin: string | undefined

  constructor({ code, status, detail, params, traceId, plugin }: Problem) {
    super('ApiProblem', code, status, detail, params)
    this.traceId = traceId
    this.plugin = plugin
  }
}
