import { can } from '@orrery/access'
import { mayEnter, session, signOut } from '../api/session.ts'
import { chooseLanguage, languageChoice, languages, type Language } from '../locales/language.ts'
import { commandPath, installedApps } from '../plugins/apps.ts'
import { t } from '../text.ts'
import { chooseTheme, theme, themeChoice } from '../theme.ts'
import type { Command } from './commands.ts'
import { navigation } from './navigation.ts'
import { reporting } from './report.ts'

/** What the commands of the shell do to it. */
export interface ShellActions {
  readonly search: () => void
  readonly help: () => void
  /** Opens a path of this host. */
  readonly open: (path: string) => void
}

/** The search of the page when it has one. */
function searchHere(): boolean {
  const input = document.querySelector<HTMLInputElement>('#main input[type=search]')
  input?.focus()
  return input !== null
}

/** What can be done on every page. */
export function hostCommands({ search, help, open }: ShellActions): readonly Command[] {
  const group = t('Everywhere')
  const leave = reporting(async () => {
    await signOut()
    open('/sign-in')
  })
  const mayConnect = session.user && can(session.user, 'write', { kind: 'datasource' })
  const mayBuild = session.user && can(session.user, 'write', { kind: 'dashboard' })
  const build: Command = {
    keys: 'g n',
    title: t('New dashboard'),
    group,
    icon: 'plus',
    words: t('add create build'),
    run: () => open('/d/new'),
  }
  const add: Command = {
    title: t('Add a data source'),
    group,
    icon: 'plus',
    words: t('new datasource connect'),
    run: () => open('/datasources/new'),
  }
  return [
    { keys: 'mod+k', title: t('Search dashboards, pages and commands'), group, keysOnly: true, run: search },
    { keys: '/', title: t('Search this page'), group, keysOnly: true, run: () => searchHere() || search() },
    { keys: '?', title: t('Keyboard shortcuts'), group, icon: 'keyboard', words: t('keys help'), run: help },
    ...(mayBuild ? [build] : []),
    ...(mayConnect ? [add] : []),
    {
      keys: 'c t',
      title: t('Dark or light'),
      group,
      icon: theme.value === 'dark' ? 'sun' : 'moon',
      words: t('theme colours'),
      run: () => chooseTheme(theme.value === 'dark' ? 'light' : 'dark'),
    },
    ...(themeChoice.value === 'system'
      ? []
      : [
          {
            title: t('Theme as the system'),
            group,
            icon: 'monitor',
            words: t('theme colours'),
            run: () => chooseTheme('system'),
          },
        ]),
    ...(Object.keys(languages) as Language[])
      .filter((language) => language !== languageChoice())
      .map((language) => ({
        title: t('Language: {name}', { name: languages[language].name }),
        group,
        icon: 'languages',
        run: () => chooseLanguage(language),
      })),
    ...(session.user?.via === 'password' ? [{ title: t('Sign out'), group, icon: 'log-out', run: leave }] : []),
    ...(mayEnter() ? [{ title: t('Sign in'), group, icon: 'log-in', run: () => open('/sign-in') }] : []),
    ...installedApps().flatMap(({ id, title: app, app: { commands = [] } }) =>
      commands.map(({ title, keywords = [], open: path }) => ({
        title,
        group: app,
        icon: 'command',
        words: keywords.join(' '),
        run: () => open(commandPath(id, path)),
      })),
    ),
  ]
}

/** The keys that lead to pages; the palette lists the pages by themselves. */
export const pageCommands = (open: ShellActions['open']): readonly Command[] =>
  navigation().flatMap(({ to, title, keys }) =>
    keys === undefined ? [] : [{ keys, title, group: t('Go to'), keysOnly: true, run: () => open(to) }],
  )
