import { check, Type } from '@orrery/sdk'
import { createHost } from '../create-host.ts'
import { callCommand, type Called } from './call-command.ts'
import { createFolder, type AtEnd } from './folder.ts'

/** A host that runs in this process, and its command called as a program of a role. */
export interface AdminHost {
  readonly url: string
  /** Calls `orrery` with the host's address and the token of an admin; paths are relative to `folder`. */
  readonly orrery: (args: readonly string[], input?: string) => Promise<Called>
  /** As `orrery`, with a token of this role. */
  readonly orreryAs: (role: string, args: readonly string[]) => Promise<Called>
  /** Where files are written and read. */
  readonly folder: string
}

/** Starts a host on a data folder, with resources of `provisioning` when there are some; it stops after the test. */
export async function startAdminHost(
  atEnd: AtEnd,
  provisioning: Readonly<Record<string, string>> = {},
  data = createFolder(atEnd),
): Promise<AdminHost> {
  const host = await createHost({
    port: 0,
    logLevel: 'silent',
    data,
    ...(Object.keys(provisioning).length && { provisioning: createFolder(atEnd, provisioning) }),
  })
  atEnd(() => host.close())
  const { url } = host
  const folder = createFolder(atEnd)
  const headers = { 'content-type': 'application/json', 'orrery-request': '1' }
  const post = async (path: string, body: object, more: Readonly<Record<string, string>> = {}) => {
    const init = { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }
    return fetch(`${url}/api/v1/${path}`, init)
  }
  const setup = new URLSearchParams(new URL(host.setupUrl!).hash.slice(1)).get('token')
  const signedIn = await post('setup', { token: setup, name: 'ada', password: 'correct horse' })
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  const tokenOf = async (role: string) => {
    const answer: unknown = await (await post('tokens', { name: role, role }, { cookie })).json()
    return check(Type.Object({ token: Type.String() }), answer, 'The answer').token
  }
  const callAs = (token: string, args: readonly string[], input = '') =>
    callCommand(args, { workingDirectory: folder, environment: { ORRERY_URL: url, ORRERY_TOKEN: token }, input })
  const admin = await tokenOf('admin')
  return {
    url,
    folder,
    orrery: (args, input) => callAs(admin, args, input),
    orreryAs: async (role, args) => callAs(await tokenOf(role), args),
  }
}
