import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { canonicalText, type Kind, type Resource } from '@orrery/resource'
import { canonicalYaml } from '@orrery/resource/yaml'
import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { toJsonList } from './get-resources.ts'
import type { Remote } from './remote.ts'

export interface ExportResources {
  readonly kinds: readonly Kind[]
  /** A folder, or `-` for standard output. */
  readonly to: string
  readonly asJson: boolean
}

async function* resourcesOf({ resources }: Remote, kind: Kind): AsyncGenerator<Resource> {
  for await (const { resource } of resources.list(kind.plural)) yield resource
}

/** Writes a file where it says something else now; whether it did. It is never half written. */
async function writeChanged(file: string, text: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (before === text) return false
  const beside = `${file}.part`
  await writeFile(beside, text)
  await rename(beside, file)
  return true
}

/** Writes all resources of kinds, each to a file of its own, or all of them to standard output as one text. */
export async function exportResources(
  remote: Remote,
  { kinds, to, asJson }: ExportResources,
  terminal: Terminal,
): Promise<void> {
  if (to === '-') {
    const all: Resource[] = []
    for (const kind of kinds) for await (const resource of resourcesOf(remote, kind)) all.push(resource)
    terminal.out(asJson ? toJsonList(all) : all.map(canonicalYaml).join('---\n'))
    return
  }
  const count = { written: 0, unchanged: 0 }
  for (const kind of kinds)
    for await (const resource of resourcesOf(remote, kind)) {
      const name = join(to, kind.plural, `${resource.id}.${asJson ? 'json' : 'yaml'}`)
      const file = resolve(terminal.workingDirectory, name)
      const text = asJson ? canonicalText(resource) : canonicalYaml(resource)
      try {
        await mkdir(join(file, '..'), { recursive: true })
        const isWritten = await writeChanged(file, text)
        if (isWritten) terminal.out(`${name}\n`)
        count[isWritten ? 'written' : 'unchanged']++
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException
        throw new HostError('FILE_UNWRITABLE', { file: name, reason: code ?? message }, { cause })
      }
    }
  terminal.err(`${count.written} written, ${count.unchanged} unchanged in ${to}\n`)
}
