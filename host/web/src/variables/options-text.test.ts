import { expect, it } from 'vitest'
import { parseOptions, printOptions } from './options-text.ts'

it.each([
  ['a, b,\nc', [{ value: 'a' }, { value: 'b' }, { value: 'c' }]],
  ['Production : prod, test', [{ value: 'prod', text: 'Production' }, { value: 'test' }]],
  ['http://a:80', [{ value: 'http://a:80' }]],
  ['["a", 2]', [{ value: 'a' }, { value: '2' }]],
  [
    '[{"value":"p","text":"Prod","zone":"eu","size":3}]',
    [{ value: 'p', text: 'Prod', properties: { zone: 'eu', size: '3' } }],
  ],
  ['', []],
])('reads %j', (text, options) => {
  expect(parseOptions(text)).toEqual(options)
})

it('does not read what is no list', () => {
  expect([parseOptions('[1, {}]'), parseOptions('[{"text":"x"}]'), parseOptions('[')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

it('writes what it reads again', () => {
  const lists = [
    [{ value: 'a' }, { value: 'b', text: 'Bee' }],
    [{ value: 'a,b' }, { value: 'c', properties: { zone: 'eu' } }],
  ]
  expect(lists.map((options) => parseOptions(printOptions(options)))).toEqual(lists)
})
