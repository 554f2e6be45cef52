import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ServerError } from '../errors.ts'

const KEY_BYTES = 32

const parseKey = (text: string, source: string) => {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new ServerError('SECRET_KEY_INVALID', { source })
  return key
}

export interface SecretKeySource {
  readonly folder?: string | undefined
  readonly given?: string | undefined
  /** Other hosts read the same secrets, so a key of this host's own would not do. */
  readonly isShared?: boolean
}

/**
 * The key of the secrets: what is given (ORRERY_SECRET_KEY), else that of `secret.key` in the data folder, which is made
 * at the first start and readable by its owner only; without a folder a new one. SECRET_KEY_NEEDED, SECRET_KEY_INVALID.
 */
export function loadSecretKey({ folder, given, isShared = false }: SecretKeySource): Uint8Array {
  if (given !== undefined) return parseKey(given, 'ORRERY_SECRET_KEY')
  if (isShared) throw new ServerError('SECRET_KEY_NEEDED', undefined)
  if (folder === undefined) return randomBytes(KEY_BYTES)
  const file = join(folder, 'secret.key')
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return parseKey(readFileSync(file, 'utf8'), file)
}
