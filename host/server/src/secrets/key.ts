import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ServerError } from '../errors.ts'

const KEY_BYTES = 32

/** Of a data folder. */
export const KEY_FILE = 'secret.key'
/** The key that a rotation under way goes over to: what it has sealed already opens with this one only. */
export const NEXT_KEY_FILE = 'secret.key.next'

export const createKey = (): Uint8Array => randomBytes(KEY_BYTES)
export const toKeyText = (key: Uint8Array) => `${Buffer.from(key).toString('base64')}\n`

const parseKey = (text: string, source: string): Uint8Array => {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new ServerError('SECRET_KEY_INVALID', { source })
  return key
}

export const readKeyFile = (file: string): Uint8Array | undefined =>
  existsSync(file) ? parseKey(readFileSync(file, 'utf8'), file) : undefined

/** Keys from the environment: of hosts that share a database, or that have no folder of their own. */
export interface GivenKeys {
  /** ORRERY_SECRET_KEY: secrets are sealed with it. */
  readonly given?: string | undefined
  /** ORRERY_SECRET_KEY_PREVIOUS: opens what was sealed with it. */
  readonly previous?: string | undefined
}

export interface SecretKeySource extends GivenKeys {
  readonly folder?: string | undefined
  /** Other hosts read the same secrets, so a key of this host's own would not do. */
  readonly isShared?: boolean
}

/** The key that seals, then those that only open. */
export type SecretKeys = readonly [Uint8Array, ...Uint8Array[]]

/** Those of the environment; undefined when it has none. SECRET_KEY_INVALID. */
export function parseGivenKeys({ given, previous }: GivenKeys): SecretKeys | undefined {
  if (given === undefined) return undefined
  const key = parseKey(given, 'ORRERY_SECRET_KEY')
  return previous === undefined ? [key] : [key, parseKey(previous, 'ORRERY_SECRET_KEY_PREVIOUS')]
}

/**
 * The keys of the secrets: what is given, else that of `secret.key` in the data folder, which is made at the first start
 * and readable by its owner only, with that of a rotation that did not end; without a folder a new one.
 * SECRET_KEY_NEEDED, SECRET_KEY_INVALID.
 */
export function loadSecretKeys({ folder, isShared = false, ...given }: SecretKeySource): SecretKeys {
  const keys = parseGivenKeys(given)
  if (keys) return keys
  if (isShared) throw new ServerError('SECRET_KEY_NEEDED', undefined)
  if (folder === undefined) return [createKey()]
  const file = join(folder, KEY_FILE)
  if (!existsSync(file)) writeFileSync(file, toKeyText(createKey()), { mode: 0o600, flag: 'wx' })
  const next = readKeyFile(join(folder, NEXT_KEY_FILE))
  const key = parseKey(readFileSync(file, 'utf8'), file)
  return next ? [key, next] : [key]
}
