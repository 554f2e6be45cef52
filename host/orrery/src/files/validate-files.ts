import type { Terminal } from '../commands/define-command.ts'
import { checkResources } from './check-resources.ts'
import { inOrder, problemText } from './file-problem.ts'
import { readResourceFiles } from './resource-files.ts'
import { nameDocuments, nameOf } from './resource-set.ts'

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** Checks files and writes what is wrong, all of it at once; resolves to 1 when something is. */
export async function validateFiles(paths: readonly string[], terminal: Terminal): Promise<number> {
  const read = await readResourceFiles(paths, terminal)
  const { named, problems: unnamed } = nameDocuments(read.documents)
  const { problems: wrong, missing } = checkResources(named)
  const problems = inOrder([...read.problems, ...unnamed, ...wrong])
  for (const problem of problems) terminal.out(problemText(problem))
  // It may well be on the host.
  for (const { document, reference } of missing)
    terminal.err(
      `${document.file}:${document.lineOf(reference.path)}: note: ${nameOf(reference)} is in none of these files.\n`,
    )
  terminal.err(`${counted(named.length, 'resource')}, ${counted(problems.length, 'problem')}\n`)
  return problems.length ? 1 : 0
}
