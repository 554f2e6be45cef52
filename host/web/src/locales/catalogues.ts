import { addCatalogue, createTranslator, mapTexts, setLocale, type Texts } from '@orrery/sdk'
import { locales as kitLocales } from '@orrery/ui'
import { openDoor } from '../plugins/doors.ts'
import type { PluginInfo } from '../plugins/plugin-list.ts'
import { logError } from '../shell/report.ts'
import { languageChoice, languages, resolveLanguage, type Language } from './language.ts'

type LoadTexts = () => Promise<{ readonly default: Texts }>
type Locales = Readonly<Partial<Record<Language, LoadTexts>>>

const locales: Locales = { de: () => import('./de.ts') }
let language: Language = 'en'

const ofHost: readonly (readonly [owner: string, locales: Locales])[] = [
  ['@orrery/web', locales],
  ['@orrery/ui', kitLocales],
]

/** A text that cannot be loaded stays English: nobody is kept from work by that. */
async function add(owner: string, load: (() => Promise<Texts>) | undefined) {
  if (!load) return
  try {
    addCatalogue(owner, { locale: language, texts: await load() })
  } catch (error) {
    logError(error)
  }
}

/** Brings the page into its language, before anything is drawn. Only the texts of that language are loaded. */
export async function loadLanguage(): Promise<void> {
  const chosen = resolveLanguage(languageChoice(), navigator.languages)
  language = chosen.language
  document.documentElement.lang = language
  document.documentElement.dir = languages[language].direction
  setLocale(chosen.locale)
  await Promise.all(
    ofHost.map(([owner, { [language]: load }]) => add(owner, load && (async () => (await load()).default))),
  )
}

/** A plugin as its manifest has it, in the language of the page. Loads its texts, so that its code finds them. */
export async function translatePlugin(plugin: PluginInfo): Promise<PluginInfo> {
  if (language === 'en') return plugin
  const door = plugin.locales?.[language]
  // The build checked the default export against `Texts`.
  await add(plugin.id, door === undefined ? undefined : async () => (await openDoor(plugin, door)) as Texts)
  const t = createTranslator(plugin.id)
  const { title, description, contributes } = plugin
  return {
    ...plugin,
    title: t(title),
    ...(description !== undefined && { description: t(description) }),
    contributes: mapTexts(contributes, t),
  }
}
