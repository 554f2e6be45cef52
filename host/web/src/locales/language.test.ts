// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { languageChoice, resolveLanguage } from './language.ts'

afterEach(() => localStorage.clear())

it.each([
  ['system', ['de-AT', 'en'], { language: 'de', locale: 'de-AT' }],
  ['system', ['fr', 'de'], { language: 'de', locale: 'de' }],
  ['system', ['fr-FR'], { language: 'en', locale: 'en-US' }],
  ['system', [], { language: 'en', locale: 'en-US' }],
  ['de', ['en-GB'], { language: 'de', locale: 'de' }],
  ['en', ['de-DE', 'en-GB'], { language: 'en', locale: 'en-GB' }],
] as const)('with %j chosen and %j in the browser, gives %j', (choice, preferred, expected) => {
  expect(resolveLanguage(choice, preferred)).toEqual(expected)
})

it('takes a stored language that is not there for none', () => {
  const choices = ['de', 'tlh', 'toString'].map((stored) => {
    localStorage.setItem('orrery-language', stored)
    return languageChoice()
  })
  expect(choices).toEqual(['de', 'system', 'system'])
})
