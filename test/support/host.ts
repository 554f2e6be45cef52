import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './packages.ts'
import { start, until, type Running } from './process.ts'

export interface TestHost {
  readonly url: string
  /** The one-time link of a first start. */
  readonly setupUrl: string | undefined
  readonly pid: number
  readonly output: () => string
  readonly stop: () => Promise<number | null>
}

export const temporaryFolder = (name: string) => mkdtempSync(join(tmpdir(), `orrery-${name}-`))
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

const BIN = join(root, 'host/orrery/bin/orrery.js')

/** The host as people run it: the built command, in a process of its own, on a free port. */
export async function startHost(args: readonly string[], { bin = BIN, cwd = root } = {}): Promise<TestHost> {
  const running: Running = start(process.execPath, [bin, 'serve', '--port', '0', ...args], { cwd })
  const url = await Promise.race([
    until('the host', () => /Orrery is at (\S+)/.exec(running.output())?.[1]),
    running.exited.then((code) => Promise.reject(new Error(`the host ended with ${code}: ${running.output()}`))),
  ])
  return {
    url,
    setupUrl: /Create the first user, once, at (\S+)/.exec(running.output())?.[1],
    pid: running.pid,
    output: running.output,
    stop: () => running.stop(),
  }
}

export interface Person {
  /** Asks the host's API as this person. */
  readonly request: (
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ) => Promise<Response>
}

/** Signs in over the API, by the first-run link or by name and password. */
export async function signIn(
  host: TestHost,
  credentials: { name: string; password: string; token?: string },
): Promise<Person> {
  const path = credentials.token === undefined ? '/api/v1/session' : '/api/v1/setup'
  const headers = { 'orrery-request': '1', origin: host.url }
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(host.url + path, {
    method: 'POST',
    headers: { ...headers, ...json },
    body: JSON.stringify(credentials),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return {
    request: (to, { method = 'GET', body, headers: more = {} } = {}) =>
      fetch(host.url + to, {
        method,
        headers: { ...headers, ...(body !== undefined && json), cookie, ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}

export const tokenOf = (setupUrl: string) => new URLSearchParams(new URL(setupUrl).hash.slice(1)).get('token')!
