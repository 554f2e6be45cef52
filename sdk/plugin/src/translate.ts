/** Texts of another language by their English source text. What is not in it is shown in English. */
export interface Catalogue {
  /** BCP 47: `de`, `pt-BR`. Chooses the plural rule, and how `{count}` is written. */
  readonly locale: string
  /** Forms of a text that depends on a count stand side by side as in the source, in the order of {@link pluralForms}. */
  readonly texts: Readonly<Record<string, string>>
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

const english: Catalogue = { locale: 'en', texts: {} }

/** Makes the function that interface text goes through; without a catalogue it answers the English text. */
export function createTranslator(catalogue: Catalogue = english): Translate {
  const rulesOf = (locale: string) => ({ rules: new Intl.PluralRules(locale), forms: pluralForms(locale) })
  const own = rulesOf(catalogue.locale)
  const source = rulesOf(english.locale)
  const numbers = new Intl.NumberFormat(catalogue.locale)

  return (text, params = {}, count) => {
    const found = Object.hasOwn(catalogue.texts, text) ? catalogue.texts[text] : undefined
    // An untranslated text has the forms of English.
    const { rules, forms } = found === undefined ? source : own
    let chosen = found ?? text
    if (count !== undefined) {
      const variants = chosen.split(' | ')
      chosen = variants[forms.indexOf(rules.select(count))] ?? variants.at(-1)!
    }
    const values = count === undefined ? params : { count: numbers.format(count), ...params }
    return chosen.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : place,
    )
  }
}
