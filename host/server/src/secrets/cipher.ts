import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM. What was sealed for one place opens for that place only. */
export interface Cipher {
  /** With the first key. */
  readonly seal: (text: string, place: string) => string
  /** With whichever key fits. Throws when none does or the place is another, or the sealed text was changed. */
  readonly open: (sealed: string, place: string) => string
  /** Whether it is sealed with the first key, for this place. */
  readonly isCurrent: (sealed: string, place: string) => boolean
}

function openWith(key: Uint8Array, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
}

/** The tag tells which key fits, so nothing else has to say it. */
export function createCipher(key: Uint8Array, ...others: readonly Uint8Array[]): Cipher {
  const isCurrent = (sealed: string, place: string) => {
    try {
      openWith(key, sealed, place)
      return true
    } catch {
      return false
    }
  }
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64')
    },
    open: (sealed, place) => {
      for (const other of others)
        try {
          return openWith(other, sealed, place)
        } catch {
          // The next one, and at last that which is current.
        }
      return openWith(key, sealed, place)
    },
    isCurrent,
  }
}
