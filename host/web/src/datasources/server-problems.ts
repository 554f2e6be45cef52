import { Type, validate } from '@orrery/sdk'
import { ApiError } from '../api/client.ts'
import { noProblems, type DraftProblems } from './draft.ts'

const Params = Type.Object({
  problems: Type.Array(Type.Object({ path: Type.String(), message: Type.String(), keyword: Type.String() })),
})
const OPTIONS = '/spec/options'

/** What the host refuses, at the fields that it is about. */
export function toDraftProblems(error: unknown): DraftProblems {
  if (!(error instanceof ApiError)) return noProblems
  if (error.code === 'RESOURCE_EXISTS') return { ...noProblems, id: error.message }
  const params = validate(Params, error.params)
  if (!params.ok) return noProblems
  const { problems } = params.value
  const at = (path: string) => problems.find((problem) => problem.path === path)?.message
  const title = at('/metadata/title')
  const id = at('/id')
  return {
    ...(title !== undefined && { title }),
    ...(id !== undefined && { id }),
    options: problems.flatMap((problem) =>
      problem.path === OPTIONS || problem.path.startsWith(`${OPTIONS}/`)
        ? [{ ...problem, path: problem.path.slice(OPTIONS.length) }]
        : [],
    ),
  }
}
