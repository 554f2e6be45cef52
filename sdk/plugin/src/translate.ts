import type { Texts } from '@orrery/kernel'

/** Texts of another language by their English source text. What is not in it is shown in English. */
export interface Catalogue {
  /** BCP 47: `de`, `pt-BR`. Chooses the plural rule, and how `{count}` is written. */
  readonly locale: string
  /** Forms of a text that depends on a count stand side by side as in the source, in the order of {@link pluralForms}. */
  readonly texts: Texts
}

export type TextParams = Readonly<Record<string, string | number>>

/** `t('Save')`, `t('Delete {name}', { name })`, `t('{count} row | {count} rows', {}, 3)`. */
export type Translate = (text: string, params?: TextParams, count?: number) => string

const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Names of the plural forms of a language, in the order in which a catalogue writes them: `['one', 'other']`. */
export const pluralForms = (locale: string): readonly Intl.LDMLPluralRule[] => {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
  return order.filter((form) => pluralCategories.includes(form))
}

const toLanguage = ({ locale, texts }: Catalogue) => ({
  texts,
  rules: new Intl.PluralRules(locale),
  forms: pluralForms(locale),
  numbers: new Intl.NumberFormat(locale),
})
type Language = ReturnType<typeof toLanguage>

let inEnglish: Language | undefined
// Not before somebody reads a text: a server loads these modules too, and Intl takes 15 MiB.
const english = () => (inEnglish ??= toLanguage({ locale: 'en', texts: {} }))
const catalogues = new Map<string, Language>()

/** Whose texts stand in for those that a plugin's catalogue lacks: words that all share, such as `Save` and `Colour`. */
const KIT = '@orrery/ui'

/**
 * Gives the texts of a plugin (or of the kit or the interface itself) in the language of the page. For hosts: called before
 * any other code of the plugin is opened; a page has one language as long as it is open.
 */
export function addCatalogue(owner: string, catalogue: Catalogue): void {
  catalogues.set(owner, toLanguage(catalogue))
}

const fill = (text: string, values: TextParams) =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))

/**
 * The function that all interface text of a plugin goes through; `owner` is its npm name. It answers in the language of the
 * page: what the plugin's catalogue lacks in the words of the kit, else in English.
 */
export const createTranslator =
  (owner: string): Translate =>
  (text, params = {}, count) => {
    const language = [catalogues.get(owner), catalogues.get(KIT)].find(
      (each) => each && Object.hasOwn(each.texts, text),
    )
    const found = language?.texts[text] ?? text
    if (count === undefined) return fill(found, params)
    // An untranslated text has the forms of English.
    const { rules, forms } = language ?? english()
    const variants = found.split(' | ')
    const form = variants[forms.indexOf(rules.select(count))] ?? variants.at(-1)!
    const { numbers } = language ?? catalogues.get(owner) ?? english()
    return fill(form, { count: numbers.format(count), ...params })
  }
