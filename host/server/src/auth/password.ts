import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

// What OWASP advises for argon2id where memory is at hand: 46 MiB, one pass, one lane.
const MEMORY_KIB = 47_104
const PASSES = 1
const PARALLELISM = 1
const TAG_BYTES = 32

// Each run takes its memory at once, so a burst of sign-ins goes through two lanes.
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let next = 0
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const lane = next++ % lanes.length
  const turn = lanes[lane]!.then(work)
  lanes[lane] = turn.catch(() => undefined)
  return turn
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly tagLength: number
}

const hash = (password: string, nonce: Uint8Array, cost: Cost) =>
  inTurn(() => derive('argon2id', { message: password.normalize('NFC'), nonce, ...cost }))

/** The password as an Argon2id hash in PHC format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await hash(password, salt, {
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: PARALLELISM,
    tagLength: TAG_BYTES,
  })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${base64(salt)}$${base64(tag)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether the password is the one of the hash, which says its own cost. Without a hash it takes as long and is false. */
export async function verifyPassword(password: string, phc: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(phc ?? '') ?? []
  if (salt === undefined || tag === undefined) {
    await hashPassword(password)
    return false
  }
  const expected = Buffer.from(tag, 'base64')
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  }
  return timingSafeEqual(await hash(password, Buffer.from(salt, 'base64'), cost), expected)
}
