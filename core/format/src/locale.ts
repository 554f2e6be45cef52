/** The locale of texts when none is given and none is set: the same on a server and in every browser. */
export const defaultLocale = 'en-US'

let current = defaultLocale

/** The locale that texts are made for where a context names none: `en-US` until {@link setLocale} is called. */
export const currentLocale = (): string => current

/**
 * Sets the locale of all texts of this page, once and before the first is made. For the host's page: a server speaks with
 * many people, and names the locale in each context.
 */
export function setLocale(locale: string): void {
  current = locale
}
