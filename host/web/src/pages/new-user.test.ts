import { expect, it } from 'vitest'
import { checkNewUser, describeLength } from './new-user.ts'

it('passes a name and two equal passwords', () => {
  expect(checkNewUser({ name: 'ada', password: 'correct horse', again: 'correct horse' })).toEqual({})
})

it('names each field that is wrong', () => {
  expect(Object.keys(checkNewUser({ name: 'ada lovelace', password: 'short', again: 'shirt' }))).toEqual([
    'name',
    'password',
    'again',
  ])
  expect(Object.keys(checkNewUser({ name: '', password: 'x'.repeat(257), again: 'x'.repeat(257) }))).toEqual([
    'name',
    'password',
  ])
})

it('judges a password by its length only', () => {
  expect(['', 'abc', 'abcdefg', 'abcdefgh', 'abcdefghijklmnop'].map(describeLength)).toEqual([
    'At least 8 characters. A few words in a row are good.',
    '5 more characters are needed.',
    '1 more character is needed.',
    'Long enough. Longer is stronger.',
    'A good length.',
  ])
})
