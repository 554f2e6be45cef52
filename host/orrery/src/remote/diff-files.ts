import { kinds, type Applied } from '@orrery/api'
import { canonicalYaml } from '@orrery/resource/yaml'
import type { Terminal } from '../commands/define-command.ts'
import { colourDiff, unifiedDiff } from '../diff/unified-diff.ts'
import type { FileProblem } from '../files/file-problem.ts'
import { nameOf, readSet, type NamedDocument } from '../files/resource-set.ts'
import { sendSet, tellProblems } from './apply-files.ts'
import type { Remote } from './remote.ts'

/** The difference between what a host has and what it would store; empty when there is none. */
async function differenceOf(
  { url, resources }: Remote,
  { kind, id, action, resource }: Applied['items'][number],
  { file }: NamedDocument,
): Promise<string> {
  if (action === 'none' || !resource) return ''
  const { plural } = kinds.find((known) => known.kind === kind)!
  const stored = await resources.get(plural, id)
  const before = stored
    ? { name: `${url}/${kind}/${id}`, text: canonicalYaml(stored.resource) }
    : { name: '/dev/null', text: '' }
  return unifiedDiff(before, { name: file, text: canonicalYaml(resource) })
}

/**
 * Writes how a host's resources would change if files were applied; resolves to 0 without a difference, 1 with some, 2
 * when files cannot be taken. What is compared is what the host would store, so defaults make no difference.
 */
export async function diffFiles(remote: Remote, paths: readonly string[], terminal: Terminal): Promise<number> {
  const refuse = (problems: readonly FileProblem[]) => {
    tellProblems(problems, terminal)
    return 2
  }
  const set = await readSet(paths, terminal)
  if (!set.ok) return refuse(set.problems)
  const sent = await sendSet(remote, set.documents, true)
  if (!sent.ok) return refuse(sent.problems)
  const documents = new Map(set.documents.map((document) => [nameOf(document), document]))
  let differs = false
  for (const item of sent.applied.items) {
    const difference = await differenceOf(remote, item, documents.get(nameOf(item))!)
    terminal.out(terminal.isColoured ? colourDiff(difference) : difference)
    differs ||= difference !== ''
  }
  return differs ? 1 : 0
}
