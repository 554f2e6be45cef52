import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export type ThemeName = 'dark' | 'light'

/** Values of design tokens, by name: `--o-accent`. */
export type Tokens = Readonly<Record<string, string>>

/** The design tokens of the kit in each theme, from its style sheet. */
export async function readTokens(): Promise<Readonly<Record<ThemeName, Tokens>>> {
  const sheet = await readFile(require.resolve('@orrery/ui/tokens.css'), 'utf8')
  const rules = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector, body }))
  const tokensOf = (theme: ThemeName) =>
    Object.fromEntries(
      rules
        .filter(({ selector }) => selector.trim() === ':root' || selector.includes(`.${theme}`))
        .flatMap(({ body }) => [...body.matchAll(/(--o-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value])),
    ) as Tokens
  return { dark: tokensOf('dark'), light: tokensOf('light') }
}
