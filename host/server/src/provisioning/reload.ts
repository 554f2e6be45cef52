import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostLog } from '../log/log.ts'

export interface Reload {
  readonly folders: readonly string[]
  /** Milliseconds between two looks at the folders. */
  readonly everyMs: number
  readonly read: () => Promise<unknown>
  readonly log: HostLog
}

const stateOf = async (file: string): Promise<string> => {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${file} ${mtimeMs} ${size} ${ino}`
  } catch (error) {
    return `${file} ${(error as NodeJS.ErrnoException).code}`
  }
}

/** A text that changes when a file below the folders comes, goes or changes. */
async function fingerprint(folders: readonly string[]): Promise<string> {
  const states: string[] = []
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    for (const file of [folder, ...names.sort().map((name) => join(folder, name))]) states.push(await stateOf(file))
  }
  return states.join('\n')
}

/**
 * Reads folders now, and again whenever something below them has changed. It looks rather than listens: notifications of
 * file systems miss network mounts, folders that come later, and mounted configuration that is swapped by a link.
 * Gives the stop, which waits for a reading under way.
 */
export async function readAndReload({ folders, everyMs, read, log }: Reload): Promise<() => Promise<void>> {
  // Taken before: what changes while it is read is read once more.
  let last = await fingerprint(folders)
  await read()
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = Promise.resolve()

  const look = async () => {
    const now = await fingerprint(folders)
    if (now !== last && !isStopped) {
      last = now
      await read().catch((error: unknown) => log.error('The provisioned folders were not read again.', { error }))
    }
    next()
  }
  const next = () => {
    if (!isStopped) timer = setTimeout(() => (looking = look()), everyMs)
  }
  next()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await looking
  }
}
