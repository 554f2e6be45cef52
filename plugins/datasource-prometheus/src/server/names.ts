import { defineTable, text, withNotice, type Budget, type Frame, type TimeRange } from '@orrery/sdk'
import type { Api } from './api.ts'
import { Names } from './answer/names.ts'
import { cutNamesNotice, noticeIf, remarkNotices } from './notices.ts'
import { promSeconds } from './step.ts'

export interface NamesQuestion {
  /** `labels`, or `label/NAME/values`. */
  readonly path: string
  readonly range: TimeRange
  readonly match?: string | undefined
  readonly search?: string | undefined
  readonly limit: number
  readonly signal: AbortSignal
  readonly accepts?: (name: string) => boolean
}

export const valuesPath = (label: string) => `label/${encodeURIComponent(label)}/values`

/** Whether a name holds all words, in any case. */
export function createSearch(search = ''): (name: string) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return (name) => {
    const lower = name.toLowerCase()
    return words.every((word) => lower.includes(word))
  }
}

/** Asks for names; what the server says of them comes along. */
export async function askNames(api: Api, question: NamesQuestion) {
  const { path, range, match, search, limit, signal, accepts = () => true } = question
  const params = new URLSearchParams({ start: promSeconds(range.from), end: promSeconds(range.to) })
  if (match) params.set('match[]', match)
  // The server knows nothing of a search, so it must give all then. One more tells whether there are more.
  if (!search && !question.accepts) params.set('limit', String(limit + 1))
  const isFound = createSearch(search)
  const names = new Names(limit, (name) => accepts(name) && isFound(name))
  const { warnings, infos } = await api.get(path, params, names, signal)
  return { names, remarks: { warnings: warnings.filter((text) => !/truncated due to limit/i.test(text)), infos } }
}

const NameTable = defineTable({ name: text() })

/** The names as a table. */
export async function queryNames(
  api: Api,
  question: Omit<NamesQuestion, 'limit'> & { limit?: number | undefined },
  refId: string,
  { maxRows }: Budget,
): Promise<readonly Frame[]> {
  const limit = Math.min(question.limit ?? maxRows, maxRows)
  const { names, remarks } = await askNames(api, { ...question, limit })
  const notices = [...noticeIf(names.isCutOff, cutNamesNotice(limit)), ...remarkNotices(remarks)]
  return [notices.reduce<Frame>(withNotice, NameTable.fromColumns({ name: names.names }, { refId }))]
}
