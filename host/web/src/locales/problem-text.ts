import { t } from '../text.ts'

interface Told {
  readonly code: string
  /** In English. */
  readonly detail: string
  readonly params?: object
}

const isParam = (entry: readonly [string, unknown]): entry is [string, string | number] =>
  typeof entry[1] === 'string' || typeof entry[1] === 'number'

/** What went wrong, in the language of the page where its catalogue has the code; else in English, as it was told. */
export function problemText({ code, detail, params = {} }: Told): string {
  const text = t(code, Object.fromEntries(Object.entries(params).filter(isParam)))
  // A place that no value fills says less than the English text.
  return text === code || /\{\w+\}/.test(text) ? detail : text
}
