import { contrastOf, parseColour } from './colour.ts'
import type { ThemeName, Tokens } from './tokens.ts'

/** Values of design tokens, by theme. */
export type ThemeSetting = { readonly [Name in ThemeName]?: Tokens }
type ThemeTokens = Readonly<Record<ThemeName, Tokens>>

const NAMES: readonly ThemeName[] = ['dark', 'light']

/** What a value may be made of: nothing that ends a declaration or loads something. */
const harmless = /^(?!.*(?:url|image|set|src|import|expression)\s*\()[\w\s#%.,()'"+/-]+$/i

/** What is wrong with a theme: tokens that the kit does not have, and values that theirs cannot be. */
export const themeProblems = (theme: ThemeSetting, kit: ThemeTokens): readonly string[] =>
  NAMES.flatMap((name) =>
    Object.entries(theme[name] ?? {}).flatMap(([token, value]) => {
      const own = kit[name][token]
      if (own === undefined) return [`theme.${name} has "${token}", which is no design token`]
      if (parseColour(own) && !parseColour(value))
        return [`theme.${name} gives ${token} the value "${value}", which is no colour as #7aa2ff`]
      return harmless.test(value) ? [] : [`theme.${name} gives ${token} a value that a token cannot have`]
    }),
  )

/** Texts and what they stand on. */
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...['--o-text', '--o-text-2', '--o-text-3'].flatMap((text) =>
    ['--o-bg', '--o-bg-1', '--o-bg-2'].map((ground) => [text, ground] as const),
  ),
  ...['--o-accent', '--o-ok', '--o-warn', '--o-err'].map((text) => [text, '--o-bg-1'] as const),
  ['--o-accent-fg', '--o-accent'],
]
/** WCAG AA, for text of the usual size. */
const READABLE = 4.5

/** Texts that a theme makes hard to read on what they stand on; pairs that it leaves alone are the kit's concern. */
export const unreadableTexts = (theme: ThemeSetting, kit: ThemeTokens): readonly string[] =>
  NAMES.flatMap((name) =>
    PAIRS.flatMap((pair) => {
      if (!pair.some((token) => theme[name]?.[token] !== undefined)) return []
      const [text, ground] = pair.map((token) => parseColour(theme[name]?.[token] ?? kit[name][token] ?? ''))
      if (!text || !ground) return []
      const contrast = contrastOf(text, ground)
      if (contrast >= READABLE) return []
      return [`theme.${name}: ${pair[0]} on ${pair[1]} has a contrast of ${contrast.toFixed(1)}, below ${READABLE}`]
    }),
  )

/** The theme as a style sheet. It is in no layer, so that it outweighs the kit's own values. */
export const themeSheet = (theme: ThemeSetting): string =>
  NAMES.flatMap((name) => {
    const lines = Object.entries(theme[name] ?? {}).map(([token, value]) => `  ${token}: ${value};\n`)
    return lines.length === 0 ? [] : [`.${name} {\n${lines.join('')}}\n`]
  }).join('')
