import { tmpdir } from 'node:os'
import { run } from '../command.ts'
import type { Terminal } from '../commands/define-command.ts'

/** What a command did. */
export interface Called {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The folders in which compiled code was to be kept. */
  readonly cached: readonly string[]
}

/** Calls `orrery` in this process, without an environment or input unless given, and stops it as soon as it waits. */
export async function callCommand(
  args: readonly string[],
  { input = '', ...terminal }: Partial<Terminal> & { readonly input?: string } = {},
): Promise<Called> {
  const written = { out: '', err: '' }
  const cached: string[] = []
  const code = await run(args, {
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    readInput: () => Promise.resolve(input),
    isColoured: false,
    environment: {},
    workingDirectory: tmpdir(),
    cacheCode: (folder) => cached.push(folder),
    untilStopped: () => Promise.resolve(),
    ...terminal,
  })
  return { code, cached, ...written }
}
