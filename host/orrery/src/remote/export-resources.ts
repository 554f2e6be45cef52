import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Kind } from '@orrery/resource'
import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { exportedTexts } from './exported-texts.ts'
import type { Remote } from './remote.ts'

export interface ExportResources {
  /** All, also those that only the host knows, when absent. */
  readonly kinds: readonly Kind[] | undefined
  /** A folder, or `-` for standard output. */
  readonly to: string
  readonly asJson: boolean
}

/** Writes a file where it says something else now; whether it did. It is never half written. */
async function writeChanged(file: string, text: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (before === text) return false
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.part`
  await writeFile(beside, text)
  await rename(beside, file)
  return true
}

/** Writes all resources of kinds, each to a file of its own, or all of them to standard output as one text. */
export async function exportResources(
  remote: Remote,
  { kinds, to, asJson }: ExportResources,
  { out, err, workingDirectory }: Terminal,
): Promise<void> {
  const texts = exportedTexts(remote, kinds, asJson)
  if (to === '-') {
    const all: string[] = []
    for await (const { text } of texts) all.push(text)
    out(asJson ? `[\n${all.map((text) => text.trimEnd()).join(',\n')}\n]\n` : all.join('---\n'))
    return
  }
  const count = { written: 0, unchanged: 0 }
  for await (const { name, text } of texts) {
    const path = join(to, name)
    const isWritten = await writeChanged(resolve(workingDirectory, path), text).catch(
      (cause: NodeJS.ErrnoException) => {
        throw new HostError('FILE_UNWRITABLE', { file: path, reason: cause.code ?? cause.message }, { cause })
      },
    )
    if (isWritten) out(`${path}\n`)
    count[isWritten ? 'written' : 'unchanged']++
  }
  err(`${count.written} written, ${count.unchanged} unchanged in ${to}\n`)
}
