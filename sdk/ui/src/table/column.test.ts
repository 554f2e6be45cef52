import { describe, expect, it } from 'vitest'
import { nextSort, orderOf, type TableColumn } from './column.ts'

const column = (texts: readonly string[], numbers?: readonly number[]): TableColumn => ({
  key: 'a',
  title: 'A',
  text: (row) => texts[row]!,
  ...(numbers && { numbers }),
})

describe('orderOf', () => {
  it('sorts numbers with missing ones last in both directions', () => {
    const given = column(['', '', '', ''], [2, NaN, -1, 2])
    expect([...orderOf(given, 4, false)]).toEqual([2, 0, 3, 1])
    expect([...orderOf(given, 4, true)]).toEqual([0, 3, 2, 1])
  })

  it('sorts texts as people count', () => {
    expect([...orderOf(column(['item 10', 'item 9', 'Item 9']), 3, false)]).toEqual([1, 2, 0])
  })

  it('leaves rows as they came without a column', () => {
    expect([...orderOf(undefined, 3, true)]).toEqual([0, 1, 2])
  })
})

it('goes from ascending to descending to none', () => {
  const first = nextSort(undefined, 'a')
  expect([first, nextSort(first, 'a'), nextSort({ key: 'a', descending: true }, 'a'), nextSort(first, 'b')]).toEqual([
    { key: 'a', descending: false },
    { key: 'a', descending: true },
    undefined,
    { key: 'b', descending: false },
  ])
})
