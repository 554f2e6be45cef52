// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { resolveLanguage } from './language.ts'

it.each([
  [null, ['de-AT', 'en'], { language: 'de', locale: 'de-AT' }],
  [null, ['fr', 'de'], { language: 'de', locale: 'de' }],
  [null, ['fr-FR'], { language: 'en', locale: 'en-US' }],
  [null, [], { language: 'en', locale: 'en-US' }],
  ['de', ['en-GB'], { language: 'de', locale: 'de' }],
  ['en', ['de-DE', 'en-GB'], { language: 'en', locale: 'en-GB' }],
  ['tlh', ['de-DE'], { language: 'de', locale: 'de-DE' }],
  ['toString', ['en-US'], { language: 'en', locale: 'en-US' }],
])('with %j chosen and %j in the browser, gives %j', (choice, preferred, expected) => {
  expect(resolveLanguage(choice, preferred)).toEqual(expected)
})
