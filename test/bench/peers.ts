import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the packages lie that we are compared with. */
export const PEERS = join(import.meta.dirname, 'peers')

const STAMP = join(PEERS, 'node_modules/.orrery-lock')

/** Installs them when they are not, or no longer those of the lock. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(PEERS, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  console.log('Installing what the bench compares with, in test/bench/peers ...')
  const { status } = spawnSync('npm', ['ci'], { cwd: PEERS, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error('The peers could not be installed: see above. The bench needs the npm registry once.')
  writeFileSync(STAMP, lock)
}

/** The version of a peer, for the page of figures. */
export const peerVersion = (name: string): string =>
  (JSON.parse(readFileSync(join(PEERS, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
