/** What can be chosen from a searched list. */
export interface Pick {
  readonly value: string
  readonly label: string
  /** A line below the label. */
  readonly hint?: string
  /** Stands beside the label. */
  readonly group?: string
}

/** Finds what holds the words that were typed. */
export type PickSearch = (text: string) => Promise<{ readonly items: readonly Pick[]; readonly isCutOff: boolean }>

export const toPick = (name: string): Pick => ({ value: name, label: name })

/** Searches a list that is here already: entries that hold every word. */
export const searchIn =
  (items: readonly Pick[]): PickSearch =>
  async (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const holds = ({ label, group = '', hint = '' }: Pick) => {
      const all = `${label} ${group} ${hint}`.toLowerCase()
      return words.every((word) => all.includes(word))
    }
    // Who types a name wants that name, not the first whose description mentions it.
    const rank = ({ label }: Pick) => (words[0] !== undefined && label.toLowerCase().startsWith(words[0]) ? 0 : 1)
    const found = items.filter(holds).toSorted((a, b) => rank(a) - rank(b))
    return { items: found, isCutOff: false }
  }
