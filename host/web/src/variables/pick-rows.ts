import { ALL_VALUES, type VariableOption } from '@orrery/dashboard'

/** One line of the list of a variable. */
export interface PickRow {
  readonly value: string
  readonly label: string
  /** What stands dimmed behind it. */
  readonly hint?: string
}

export interface PickRowsOptions {
  readonly options: readonly VariableOption[]
  readonly search: string
  /** What people call All, where it is offered. */
  readonly allText: string | undefined
  /** Offers what is searched for as a value of its own, by this text. */
  readonly customText: ((text: string) => string) | undefined
}

/** The lines that a search leaves: every word of it stands in text or value. */
export function pickRows({ options, search, allText, customText }: PickRowsOptions): readonly PickRow[] {
  const text = search.trim()
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const rows: PickRow[] = []
  if (allText !== undefined && words.length === 0) rows.push({ value: ALL_VALUES, label: allText })
  const isKnown = options.some((option) => option.value === text || option.text === text)
  if (customText && text !== '' && !isKnown) rows.push({ value: text, label: customText(text) })
  for (const option of options) {
    const { value, text: label = value } = option
    const read = `${label} ${value}`.toLowerCase()
    if (words.every((word) => read.includes(word)))
      rows.push({ value, label: label === '' ? '""' : label, ...(label !== value && { hint: value }) })
  }
  return rows
}

/** What is chosen after a line of several was: All stands alone, and the last that is left stays. */
export function toggled(chosen: readonly string[], value: string, mayBeEmpty: boolean): readonly string[] {
  if (value === ALL_VALUES) return [ALL_VALUES]
  const others = chosen.filter((each) => each !== ALL_VALUES)
  const next = others.includes(value) ? others.filter((each) => each !== value) : [...others, value]
  return next.length > 0 || mayBeEmpty ? next : chosen
}
