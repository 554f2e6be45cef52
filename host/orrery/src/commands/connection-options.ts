import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Namespace } from '@orrery/resource'
import { validate } from '@orrery/sdk'
import { HostError } from '../errors.ts'
import type { Line, OptionSpec, Terminal } from './define-command.ts'

/** Which host is asked, and as whom. A token is never an option: whoever lists processes sees those. */
export const connectionOptions = {
  url: { type: 'string', value: 'URL', about: 'address of the host (ORRERY_URL; default: http://127.0.0.1:3000)' },
  tokenFile: {
    type: 'string',
    value: 'FILE',
    about: 'file that holds an access token (else ORRERY_TOKEN is the token)',
  },
  namespace: {
    type: 'string',
    value: 'NAME',
    about: 'namespace of the resources (ORRERY_NAMESPACE; default: default)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>

export interface Connection {
  /** Without a slash at the end. */
  readonly url: string
  readonly token: string | undefined
  readonly namespace: string
}

/** Which host a command asks; CONFIG_CONNECTION when that cannot be. */
export async function readConnection(
  { url, tokenFile, namespace }: Line<typeof connectionOptions>['options'],
  { environment, workingDirectory }: Terminal,
): Promise<Connection> {
  const token =
    tokenFile === undefined ? environment['ORRERY_TOKEN'] : await readToken(resolve(workingDirectory, tokenFile))
  const name = namespace ?? (environment['ORRERY_NAMESPACE'] || 'default')
  if (!validate(Namespace, name).ok)
    throw new HostError('CONFIG_CONNECTION', { reason: `"${name}" cannot be the name of a namespace` })
  return {
    url: checkUrl(url ?? (environment['ORRERY_URL'] || 'http://127.0.0.1:3000')),
    token: checkToken(token),
    namespace: name,
  }
}

async function readToken(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new HostError(
      'CONFIG_CONNECTION',
      { reason: `the file of the token, ${file}, cannot be read: ${code}` },
      { cause },
    )
  }
}

// Neither says what it refuses: it may be a secret.
function checkToken(text: string | undefined): string | undefined {
  const token = text?.trim()
  if (!token) return undefined
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new HostError('CONFIG_CONNECTION', { reason: 'the token has characters that no token has' })
  return token
}

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new HostError('CONFIG_CONNECTION', { reason: 'the address of the host must begin with http:// or https://' })
  if (url.username || url.password)
    throw new HostError('CONFIG_CONNECTION', { reason: 'the address of the host cannot have a name or password in it' })
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}
