import { beforeAll, expect, it } from 'vitest'
import { themeProblems, themeSheet, unreadableTexts } from './theme.ts'
import { readTokens } from './tokens.ts'

let kit: Awaited<ReturnType<typeof readTokens>>
beforeAll(async () => {
  kit = await readTokens()
})

it('reads the tokens of the kit, those of both themes in each', () => {
  expect(kit.dark).toMatchObject({ '--o-accent': '#7aa2ff', '--o-fs': '13px' })
  expect(kit.light).toMatchObject({ '--o-accent': '#2f5fe0', '--o-fs': '13px' })
  expect(Object.keys(kit.dark).sort()).toEqual(Object.keys(kit.light).sort())
})

it('takes the kit itself as a theme that can be read', () => {
  expect(themeProblems(kit, kit)).toEqual([])
  expect(unreadableTexts(kit, kit)).toEqual([])
})

it('writes a style sheet of what differs', () => {
  expect(themeSheet({ dark: { '--o-accent': '#f0a', '--o-r': '0' }, light: {} })).toBe(
    '.dark {\n  --o-accent: #f0a;\n  --o-r: 0;\n}\n',
  )
})

it.each([
  ['--o-acent', '#fff', 'has "--o-acent", which is no design token'],
  ['--o-accent', 'red', 'gives --o-accent the value "red", which is no colour as #7aa2ff'],
  ['--o-accent', '#12345', 'gives --o-accent the value "#12345", which is no colour as #7aa2ff'],
])('refuses %s: %s', (token, value, problem) => {
  expect(themeProblems({ dark: { [token]: value } }, kit)).toEqual([`theme.dark ${problem}`])
})

it.each(['0; color: red', '0 } * { color: red', 'url(/x)', 'URL (x)', '</style>', '0\\3b', '0 /* x', '@import'])(
  'refuses the value %s, which could be more than a value',
  (value) => {
    expect(themeProblems({ dark: { '--o-r': value } }, kit)).toEqual([
      'theme.dark gives --o-r a value that a token cannot have',
    ])
  },
)

it('finds text that is hard to read on what it stands on', () => {
  expect(unreadableTexts({ light: { '--o-accent': '#ffd400' } }, kit)).toEqual([
    'theme.light: --o-accent on --o-bg-1 has a contrast of 1.4, below 4.5',
    'theme.light: --o-accent-fg on --o-accent has a contrast of 1.4, below 4.5',
  ])
  expect(unreadableTexts({ dark: { '--o-accent': '#ffd400' } }, kit)).toEqual([])
})
