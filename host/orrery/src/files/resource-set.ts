import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { inOrder, toFileProblem, type FileProblem } from './file-problem.ts'
import { readResourceFiles, type FileDocument } from './resource-files.ts'

/** A document that says which resource it is. What else it says is not checked. */
export interface NamedDocument extends FileDocument {
  readonly kind: string
  readonly id: string
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined

export const nameOf = ({ kind, id }: Pick<NamedDocument, 'kind' | 'id'>) => `${kind}/${id}`

/** The documents by what they are. One that does not say it, or says what another one is already, is a problem. */
export function nameDocuments(documents: readonly FileDocument[]): {
  readonly named: readonly NamedDocument[]
  readonly problems: readonly FileProblem[]
} {
  const problems: FileProblem[] = []
  const named = new Map<string, NamedDocument>()
  for (const document of documents) {
    const { file, value, lineOf } = document
    const fail = (place: string, reason: string) =>
      problems.push(toFileProblem(file, new HostError('FILE_INVALID', { reason }), lineOf(place)))
    const [kind, id] = [fieldOf(value, 'kind'), fieldOf(value, 'id')]
    if (typeof kind !== 'string' || kind === '') fail('/kind', 'kind must be a text')
    else if (typeof id !== 'string' || id === '') fail('/id', 'id must be a text')
    else {
      const resource = { ...document, kind, id }
      const other = named.get(nameOf(resource))
      if (other) fail('/id', `${nameOf(resource)} is at ${other.file}:${other.lineOf('')} already`)
      else named.set(nameOf(resource), resource)
    }
  }
  return { named: [...named.values()], problems }
}

/** A host takes no more at once, and in several parts it would not be all or nothing. */
const MOST_RESOURCES = 10_000

/** The resources of files, or why they cannot be taken. */
export type FileSet =
  | { readonly ok: true; readonly documents: readonly NamedDocument[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Reads the resources of files; FILES_TOO_MANY. */
export async function readSet(
  paths: readonly string[],
  terminal: Pick<Terminal, 'readInput' | 'workingDirectory'>,
): Promise<FileSet> {
  const read = await readResourceFiles(paths, terminal)
  const { named, problems } = nameDocuments(read.documents)
  const all = inOrder([...read.problems, ...problems])
  if (all.length) return { ok: false, problems: all }
  if (named.length > MOST_RESOURCES)
    throw new HostError('FILES_TOO_MANY', { count: named.length, most: MOST_RESOURCES })
  return { ok: true, documents: named }
}
