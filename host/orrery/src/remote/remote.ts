import { setTimeout as wait } from 'node:timers/promises'
import { createClient, createResourceClient, type Client, type ResourceClient } from '@orrery/api'
import type { Connection } from '../commands/connection-options.ts'
import type { Terminal } from '../commands/define-command.ts'

/** The resources of a running host. */
export interface Remote {
  readonly url: string
  readonly namespace: string
  readonly client: Client
  readonly resources: ResourceClient
}

/** Seconds that a host may ask to wait; more is no wait but a refusal. */
const LONGEST_WAIT = 120

/** Asks, and asks again when the host wants fewer requests at a time. */
async function patientFetch(address: string, init: RequestInit, terminal: Terminal): Promise<Response> {
  const response = await fetch(address, init)
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  if (response.status !== 429 || !(seconds >= 0 && seconds <= LONGEST_WAIT)) return response
  await response.body?.cancel()
  terminal.err(`The host asks for patience: going on in ${seconds} s.\n`)
  await wait(seconds * 1000)
  return patientFetch(address, init, terminal)
}

export function createRemote({ url, token, namespace }: Connection, terminal: Terminal): Remote {
  const client = createClient({
    url,
    ...(token !== undefined && { token }),
    fetch: (address, init) => patientFetch(address, init, terminal),
  })
  return { url, namespace, client, resources: createResourceClient(client, namespace) }
}
