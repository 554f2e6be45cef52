import { NameIndex, wordsOf } from './name-index.ts'

/** What was found, best first. */
export interface Answer<T> {
  readonly items: readonly T[]
  /** There is more than this. */
  readonly isCutOff: boolean
}

interface Known<T> extends Answer<T> {
  readonly index: NameIndex
}

const mostKept = 100

/**
 * Searches names that a server has. It is asked only for what does not follow from an answer that is here: a longer search
 * finds a part of what a shorter one has found, if that was all.
 */
export function createSearch<T>(
  load: (search: string, limit: number) => Promise<Answer<T>>,
  { nameOf, limit }: { readonly nameOf: (item: T) => string; readonly limit: number },
): (search: string) => Promise<Answer<T>> {
  const asked = new Map<string, Promise<Known<T>>>()
  const complete = new Map<string, Known<T>>()

  const ask = (key: string): Promise<Known<T>> => {
    const asking = load(key, limit).then((answer) => {
      const known = { ...answer, index: new NameIndex(answer.items.map(nameOf)) }
      if (!known.isCutOff) complete.set(key, known)
      return known
    })
    asked.set(key, asking)
    // A failure is no answer: who asks again, asks the server.
    asking.catch(() => asked.delete(key))
    if (asked.size > mostKept) {
      const oldest = asked.keys().next().value!
      asked.delete(oldest)
      complete.delete(oldest)
    }
    return asking
  }

  return async (search) => {
    const key = wordsOf(search).join(' ')
    const wider = Array.from({ length: key.length + 1 }, (_, end) => complete.get(key.slice(0, end))).find(Boolean)
    const known = wider ?? (await (asked.get(key) ?? ask(key)))
    const { rows } = known.index.find(search, limit)
    return { items: rows.map((row) => known.items[row]!), isCutOff: known.isCutOff }
  }
}
