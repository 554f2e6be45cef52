import { t } from '../text.ts'
import { chooseTheme, theme } from '../theme.ts'
import { navigation } from './navigation.ts'
import type { Shortcut } from './shortcuts.ts'

/** What the shortcuts of the shell do to it. */
export interface ShellActions {
  readonly search: () => void
  readonly help: () => void
  readonly open: (path: string) => void
}

const pageKeys: Readonly<Record<string, string>> = {
  '/': 'g h',
  '/datasources': 'g d',
  '/plugins': 'g p',
  '/tokens': 'g t',
}

/** The search of the page when it has one. */
function searchHere(): boolean {
  const input = document.querySelector<HTMLInputElement>('#main input[type=search]')
  input?.focus()
  return input !== null
}

/** What works on every page. */
export function hostShortcuts({ search, help, open }: ShellActions): readonly Shortcut[] {
  const everywhere = t('Everywhere')
  const going = t('Go to')
  return [
    { keys: 'mod+k', title: t('Search dashboards, pages and commands'), group: everywhere, run: search },
    { keys: '/', title: t('Search this page'), group: everywhere, run: () => searchHere() || search() },
    { keys: '?', title: t('Keyboard shortcuts'), group: everywhere, run: help },
    {
      keys: 'd',
      title: t('Dark or light'),
      group: everywhere,
      run: () => chooseTheme(theme.value === 'dark' ? 'light' : 'dark'),
    },
    ...navigation().flatMap(({ to, title }) => {
      const keys = pageKeys[to]
      return keys === undefined ? [] : [{ keys, title, group: going, run: () => open(to) }]
    }),
  ]
}
