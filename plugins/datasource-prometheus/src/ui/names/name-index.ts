/** Rows that a search has found, best first. */
export interface Found {
  readonly rows: readonly number[]
  /** How many there are, of which `rows` are the first. */
  readonly count: number
}

/** The words of a search: names are searched by parts, in any order, so that `http req` finds http_requests_total. */
export const wordsOf = (search: string): string[] =>
  search
    .toLowerCase()
    .split(/[\s_:.\-/]+/)
    .filter(Boolean)

/**
 * How well a name answers: 0 it begins with what was typed, 1 its parts begin with the words, 2 it holds them somewhere;
 * undefined when it does not. All in lower case.
 */
export function rankOf(name: string, search: string, words: readonly string[]): 0 | 1 | 2 | undefined {
  if (name.startsWith(search)) return 0
  let isAtParts = true
  for (const word of words) {
    const at = name.indexOf(word)
    if (at < 0) return undefined
    isAtParts &&= at === 0 || !/[a-z\d]/.test(name[at - 1]!)
  }
  return isAtParts ? 1 : 2
}

/** Names that are searched while one types, also by the hundred thousand. */
export class NameIndex {
  readonly names: readonly string[]
  readonly #text: string
  readonly #starts: Int32Array

  constructor(names: readonly string[]) {
    this.names = names
    // One text, because a search of one long string is far quicker than one of many short ones.
    this.#text = `${names.join('\n').toLowerCase()}\n`
    this.#starts = new Int32Array(names.length + 1)
    let at = 0
    for (let row = 0; row < names.length; row++) {
      this.#starts[row] = at
      at += names[row]!.length + 1
    }
    this.#starts[names.length] = at
  }

  /** The rows whose names hold all words of the search, at most `limit` of them; all of them in their order for no words. */
  find(search: string, limit: number): Found {
    const words = wordsOf(search)
    const { length } = this.names
    if (words.length === 0) return { rows: Array.from({ length: Math.min(limit, length) }, (_, i) => i), count: length }
    const typed = search.trim().toLowerCase()
    const ranks: [number[], number[], number[]] = [[], [], []]
    // The longest word is the rarest, mostly.
    const [rarest, ...others] = words.toSorted((a, b) => b.length - a.length).map((word) => this.#seek(word))
    let count = 0
    let row = 0
    for (let at = rarest!(0); at < this.#text.length; at = rarest!(this.#starts[row]!)) {
      row = this.#rowAt(at, row)
      const [start, end] = [this.#starts[row]!, this.#starts[row + 1]!]
      row++
      let isHeld = true
      let isAtParts = this.#isPart(at)
      for (const seek of others) {
        const place = seek(start)
        isHeld &&= place < end
        isAtParts &&= this.#isPart(place)
      }
      if (!isHeld) continue
      count++
      const rank = this.#text.startsWith(typed, start) ? 0 : isAtParts ? 1 : 2
      if (ranks[rank].length < limit) ranks[rank].push(row - 1)
    }
    return { rows: ranks.flat().slice(0, limit), count }
  }

  /** Gives the first place of a word from another on, which only ever moves on; the end of the text when there is none. */
  #seek(word: string) {
    let last = -1
    return (from: number): number => {
      if (last < from) last = this.#text.indexOf(word, from)
      if (last < 0) last = this.#text.length
      return last
    }
  }

  /** Whether a part of a name begins at a place: before it is neither a letter nor a digit. */
  #isPart(place: number): boolean {
    if (place === 0) return true
    const code = this.#text.charCodeAt(place - 1)
    return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57))
  }

  /** The row in whose name a place of the text lies, which is not before the row `from`: mostly it is a near one. */
  #rowAt(place: number, from: number): number {
    let step = 1
    let low = from
    while (low + step < this.names.length && this.#starts[low + step]! <= place) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, this.names.length) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Where the words of a search stand in a name: pairs of from and to, in order, not overlapping. */
export function matchesOf(name: string, search: string): number[] {
  const lower = name.toLowerCase()
  const typed = search.trim().toLowerCase()
  if (typed && lower.startsWith(typed)) return [0, typed.length]
  const spans = wordsOf(search)
    .map((word) => [lower.indexOf(word), lower.indexOf(word) + word.length] as const)
    .filter(([from]) => from >= 0)
    .sort(([a], [b]) => a - b)
  const flat: number[] = []
  for (const [from, to] of spans) if (from >= (flat.at(-1) ?? 0)) flat.push(from, to)
  return flat
}
