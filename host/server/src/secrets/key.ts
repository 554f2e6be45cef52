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

/**
 * The key of the secrets: what is given (ORRERY_SECRET_KEY), else that of `secret.key` in the data folder, which is made
 * at the first start and readable by its owner only; without a folder a new one.
 */
export function loadSecretKey(folder: string | undefined, given: string | undefined): Uint8Array {
  if (given !== undefined) return parseKey(given, 'ORRERY_SECRET_KEY')
  if (folder === undefined) return randomBytes(KEY_BYTES)
  const file = join(folder, 'secret.key')
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return parseKey(readFileSync(file, 'utf8'), file)
}
