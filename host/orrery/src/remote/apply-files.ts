import type { Applied } from '@orrery/api'
import { isCodedError, Type, validate } from '@orrery/sdk'
import type { Terminal } from '../commands/define-command.ts'
import { inOrder, problemsOf, problemText, type FileProblem } from '../files/file-problem.ts'
import { hintsFor } from '../hints.ts'
import { readSet, type NamedDocument } from '../files/resource-set.ts'
import type { Remote } from './remote.ts'

/** What became of a set at the host. */
export type Sent =
  | { readonly ok: true; readonly applied: Applied }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** What a host refused of a set, document by document. */
const Refusals = Type.Array(
  Type.Object({
    index: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    params: Type.Record(Type.String(), Type.Unknown()),
  }),
  { minItems: 1 },
)

/** Sends a set to the host. What it refuses in documents are problems of those; other errors are thrown. */
export async function sendSet(
  { resources }: Remote,
  documents: readonly NamedDocument[],
  dryRun: boolean,
): Promise<Sent> {
  try {
    const values = documents.map(({ value }) => value)
    return { ok: true, applied: await resources.apply(values, { dryRun }) }
  } catch (error) {
    const refused = validate(Refusals, isCodedError(error) ? error.params['refused'] : undefined)
    if (!refused.ok) throw error
    const problems = refused.value.flatMap(({ index, code, detail, params }) => {
      const document = documents[index]
      return document ? problemsOf(document, { code, message: detail, params }) : []
    })
    return { ok: false, problems: inOrder(problems) }
  }
}

/** Tells problems, and what helps. */
export function tellProblems(problems: readonly FileProblem[], { err }: Terminal): void {
  for (const problem of problems) err(problemText(problem))
  err(hintsFor(problems.map(({ code }) => code)))
}

const done = { create: 'created', update: 'updated', none: 'unchanged' } as const
const planned = { create: 'would be created', update: 'would be updated', none: 'unchanged' } as const

/** Makes the resources of a host what files say, all or none, and writes what was done; resolves to the exit code. */
export async function applyFiles(
  remote: Remote,
  paths: readonly string[],
  dryRun: boolean,
  terminal: Terminal,
): Promise<number> {
  const refuse = (problems: readonly FileProblem[]) => {
    tellProblems(problems, terminal)
    terminal.err('Nothing was applied.\n')
    return 1
  }
  const set = await readSet(paths, terminal)
  if (!set.ok) return refuse(set.problems)
  const sent = await sendSet(remote, set.documents, dryRun)
  if (!sent.ok) return refuse(sent.problems)
  const words = dryRun ? planned : done
  for (const { kind, id, action } of sent.applied.items) terminal.out(`${kind}/${id} ${words[action]}\n`)
  return 0
}
