/** One entry of a select. */
export interface SelectOption<Value> {
  readonly value: Value
  readonly label: string
  /** Stands dimmed behind the label, and is found by a search too. */
  readonly hint?: string | undefined
}

/** Indexes of the options that hold every word of a search, in their label or hint. */
export function findOptions(options: readonly SelectOption<unknown>[], search: string): readonly number[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found: number[] = []
  options.forEach(({ label, hint }, i) => {
    const text = `${label} ${hint ?? ''}`.toLowerCase()
    if (words.every((word) => text.includes(word))) found.push(i)
  })
  return found
}

/** Where a key moves to in a list of `count`, `page` entries of which are seen; undefined for any other key. */
export function moveTo(key: string, at: number, count: number, page: number): number | undefined {
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1)
    case 'ArrowUp':
      return clamp(at - 1)
    case 'PageDown':
      return clamp(at + page)
    case 'PageUp':
      return clamp(at - page)
    case 'Home':
      return 0
    case 'End':
      return clamp(count - 1)
    default:
      return undefined
  }
}
