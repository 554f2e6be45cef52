import { Type, type Static } from '@orrery/sdk'

/** A query that was run. */
export const Entry = Type.Object({
  expr: Type.String(),
  /** When it ran last, in milliseconds since the epoch. */
  at: Type.Number(),
  isStarred: Type.Boolean(),
})
export type Entry = Static<typeof Entry>

const mostKept = 200

/** The history with a query on top, each query once. Of those above the limit the oldest go that nobody has starred. */
export function withQuery(entries: readonly Entry[], expr: string, at: number): readonly Entry[] {
  const before = entries.find((entry) => entry.expr === expr)
  const all = [{ expr, at, isStarred: before?.isStarred ?? false }, ...entries.filter((entry) => entry !== before)]
  const isTooMany = all.length > mostKept
  const oldest = isTooMany ? all.findLastIndex(({ isStarred }, i) => !isStarred && i > 0) : -1
  return isTooMany ? all.filter((_, i) => i !== (oldest < 0 ? all.length - 1 : oldest)) : all
}

export const withStar = (entries: readonly Entry[], expr: string, isStarred: boolean): readonly Entry[] =>
  entries.map((entry) => (entry.expr === expr ? { ...entry, isStarred } : entry))

export const withoutQuery = (entries: readonly Entry[], expr: string): readonly Entry[] =>
  entries.filter((entry) => entry.expr !== expr)

/** Those that hold all words of the search, in any case, the starred ones first. */
export function searchEntries(entries: readonly Entry[], search: string): readonly Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries.filter(({ expr }) => words.every((word) => expr.toLowerCase().includes(word)))
  return [...found.filter(({ isStarred }) => isStarred), ...found.filter(({ isStarred }) => !isStarred)]
}
