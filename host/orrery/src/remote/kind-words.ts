import { kinds } from '@orrery/api'
import type { Kind } from '@orrery/resource'
import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { problemText } from '../files/file-problem.ts'
import { readSet } from '../files/resource-set.ts'
import { nearest } from '../nearest.ts'

/** A kind and an id, as `dashboard/home` on a command line. */
export interface NamedResource {
  readonly kind: Kind
  readonly id: string
}

/** A kind by its name in the singular or plural; CONFIG_ARGUMENTS. */
export function parseKind(word: string, command: string): Kind {
  const found = kinds.find(({ kind, plural }) => word === kind || word === plural)
  if (found) return found
  const meant = nearest(
    word,
    kinds.flatMap(({ kind, plural }) => [kind, plural]),
  )
  const reason = `There is no kind "${word}"${meant === undefined ? `. Use ${kinds.map(({ kind }) => kind).join(', ')}` : `. Did you mean ${meant}?`}`
  throw new HostError('CONFIG_ARGUMENTS', { reason, help: `orrery help ${command}` })
}

/** `KIND/ID`; CONFIG_ARGUMENTS. */
export function parseName(word: string, command: string): NamedResource {
  const [kind = '', id, ...more] = word.split('/')
  if (!id || more.length)
    throw new HostError('CONFIG_ARGUMENTS', { reason: `"${word}" is not KIND/ID`, help: `orrery help ${command}` })
  return { kind: parseKind(kind, command), id }
}

/** The resources that words and files name, each once; undefined when the files cannot be taken, which it then told. */
export async function readNames(
  words: readonly string[],
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly NamedResource[] | undefined> {
  const named = words.map((word) => parseName(word, 'delete'))
  if (paths.length) {
    const set = await readSet(paths, terminal)
    if (!set.ok) {
      for (const problem of set.problems) terminal.err(problemText(problem))
      return undefined
    }
    named.push(...set.documents.map(({ kind, id }) => ({ kind: parseKind(kind, 'delete'), id })))
  }
  return [...new Map(named.map((resource) => [`${resource.kind.kind}/${resource.id}`, resource])).values()]
}
