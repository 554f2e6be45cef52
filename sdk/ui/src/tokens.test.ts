import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const css = read('./tokens.css')
const namesIn = (text: string, pattern: RegExp) =>
  [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name!))].sort()

it('documents each token', () => {
  expect(namesIn(read('../README.md'), /`(--o-[\w-]+)`/g)).toEqual(namesIn(css, /^\s*(--o-[\w-]+):/gm))
})

it('gives each colour of the dark theme a light one', () => {
  const [, dark, light] = /\.dark \{([^}]*)\}[^{]*\.light \{([^}]*)\}/.exec(css)!
  expect(namesIn(light!, /(--o-[\w-]+):/g)).toEqual(namesIn(dark!, /(--o-[\w-]+):/g))
})
