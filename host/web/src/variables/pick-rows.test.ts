import { expect, it } from 'vitest'
import { pickRows, toggled } from './pick-rows.ts'

const options = [{ value: 'w1', text: 'Web one' }, { value: 'db' }, { value: '' }]
const rows = (search: string, custom = false) =>
  pickRows({ options, search, allText: 'All', customText: custom ? (text) => `Use ${text}` : undefined })

it('offers All before all options, and finds words in text and value', () => {
  expect(rows('')).toEqual([
    { value: '$__all', label: 'All' },
    { value: 'w1', label: 'Web one', hint: 'w1' },
    { value: 'db', label: 'db' },
    { value: '', label: '""' },
  ])
  expect(rows('one W1')).toEqual([{ value: 'w1', label: 'Web one', hint: 'w1' }])
  expect(rows('none')).toEqual([])
})

it('offers what is typed where other values are taken, and no option twice', () => {
  expect(rows('none', true)).toEqual([{ value: 'none', label: 'Use none' }])
  expect(rows('db', true)).toEqual([{ value: 'db', label: 'db' }])
})

it.each([
  [['a'], 'b', ['a', 'b']],
  [['a', 'b'], 'a', ['b']],
  [['a'], 'a', ['a']],
  [['$__all'], 'a', ['a']],
  [['a', 'b'], '$__all', ['$__all']],
])('toggles in %j %s', (chosen, value, expected) => {
  expect(toggled(chosen, value, false)).toEqual(expected)
})

it('leaves nothing where nothing may be', () => {
  expect(toggled(['a'], 'a', true)).toEqual([])
})
