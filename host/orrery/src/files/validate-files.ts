import { kinds } from '@orrery/api'
import type { Terminal } from '../commands/define-command.ts'
import { HostError } from '../errors.ts'
import { hintsFor } from '../hints.ts'
import { sendSet } from '../remote/apply-files.ts'
import type { Remote } from '../remote/remote.ts'
import { checkResources, type MissingReference } from './check-resources.ts'
import { inOrder, problemText, toFileProblem, type FileProblem } from './file-problem.ts'
import { readResourceFiles } from './resource-files.ts'
import { nameDocuments, nameOf, type NamedDocument } from './resource-set.ts'

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What a host says of documents that are fine by themselves. */
async function askHost(
  remote: Remote,
  documents: readonly NamedDocument[],
  missing: readonly MissingReference[],
): Promise<readonly FileProblem[]> {
  const sent = await sendSet(remote, documents, true)
  const problems = sent.ok ? [] : [...sent.problems]
  const known = new Map<string, boolean>()
  for (const { document, reference } of missing) {
    const name = nameOf(reference)
    const { plural } = kinds.find(({ kind }) => kind === reference.kind)!
    if (!known.has(name)) known.set(name, (await remote.resources.get(plural, reference.id)) !== undefined)
    if (!known.get(name))
      problems.push(
        toFileProblem(document.file, new HostError('FILE_REFERENCE', { name }), document.lineOf(reference.path)),
      )
  }
  return problems
}

/** Checks files and writes what is wrong, all of it at once; resolves to 1 when something is. */
export async function validateFiles(
  paths: readonly string[],
  remote: Remote | undefined,
  terminal: Terminal,
): Promise<number> {
  const read = await readResourceFiles(paths, terminal)
  const { named, problems: unnamed } = nameDocuments(read.documents)
  const { problems: wrong, missing } = checkResources(named)
  const own = [...read.problems, ...unnamed, ...wrong]
  const asks = remote !== undefined && !own.length
  const problems = inOrder(asks ? await askHost(remote, named, missing) : own)
  for (const problem of problems) terminal.out(problemText(problem))
  // It may well be on the host.
  for (const { document, reference } of asks ? [] : missing)
    terminal.err(
      `${document.file}:${document.lineOf(reference.path)}: note: ${nameOf(reference)} is in none of these files.\n`,
    )
  terminal.err(
    `${hintsFor(problems.map(({ code }) => code))}${counted(named.length, 'resource')}, ${counted(problems.length, 'problem')}\n`,
  )
  return problems.length ? 1 : 0
}
