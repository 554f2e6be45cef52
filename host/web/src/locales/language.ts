/** The languages of the interface, by BCP 47 tag; each is named in its own words, so that everybody finds theirs. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
} as const
export type Language = keyof typeof languages
export type LanguageChoice = Language | 'system'

const isLanguage = (value: string): value is Language => Object.hasOwn(languages, value)
const baseOf = (tag: string) => tag.split('-')[0]!.toLowerCase()

export interface ChosenLanguage {
  readonly language: Language
  /** How numbers and dates are written: `de-AT` where the browser asks for Austrian German. */
  readonly locale: string
}

const KEY = 'orrery-language'

/** What the person chose; the language of the browser until then. */
export function languageChoice(): LanguageChoice {
  const stored = localStorage.getItem(KEY)
  return stored !== null && isLanguage(stored) ? stored : 'system'
}

/** The chosen language, else the first of the browser's that there is, else English. */
export function resolveLanguage(choice: LanguageChoice, preferred: readonly string[]): ChosenLanguage {
  const wanted = preferred.map(baseOf).find(isLanguage) ?? 'en'
  const language = choice === 'system' ? wanted : choice
  const own = preferred.find((tag) => baseOf(tag) === language)
  return { language, locale: own ?? (language === 'en' ? 'en-US' : language) }
}

/** Opens the page again in the language. The address keeps what it shows; the browser asks where edits would be lost. */
export function chooseLanguage(choice: LanguageChoice) {
  if (choice === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, choice)
  location.reload()
}
