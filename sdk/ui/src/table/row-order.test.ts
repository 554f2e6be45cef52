import { describe, expect, it } from 'vitest'
import { nextSort, type TableColumn } from './column.ts'
import { finish, finishInSlices } from './steps.ts'
import { arrangeRows } from './use-rows.ts'

const numeric = (key: string, numbers: readonly number[]): TableColumn => ({
  key,
  title: key,
  text: (row) => String(numbers[row]),
  numbers,
})
const textual = (key: string, texts: readonly string[]): TableColumn => ({
  key,
  title: key,
  text: (row) => texts[row]!,
  isMissing: (row) => texts[row] === '–',
})
function orderBy(columns: readonly TableColumn[], rows: number, ...sorts: readonly string[]) {
  const given = sorts.map((sort) => ({ key: sort.replace('-', ''), descending: sort.startsWith('-') }))
  const { order } = finish(arrangeRows({ columns, rows, sorts: given, filters: new Map(), groupBy: [] }))
  return order && [...order]
}

describe('the order of rows', () => {
  it('is by number, with missing ones last in both directions and equal ones as they came', () => {
    const column = numeric('a', [2, NaN, -1, 2, -Infinity, 0.5, -0, 0, -1.5e300, 1e-300])
    expect(orderBy([column], 10, 'a')).toEqual([4, 8, 2, 6, 7, 9, 5, 0, 3, 1])
    expect(orderBy([column], 10, '-a')).toEqual([0, 3, 5, 9, 6, 7, 2, 8, 4, 1])
  })

  it('is by text as people count, with missing ones last', () => {
    const column = textual('a', ['item 10', '–', 'item 9', 'Item 9', 'äpfel', 'bär'])
    expect(orderBy([column], 6, 'a')).toEqual([4, 5, 2, 3, 0, 1])
    expect(orderBy([column], 6, '-a')).toEqual([0, 3, 2, 5, 4, 1])
  })

  it('is by several columns, the first weighing most', () => {
    const columns = [textual('a', ['y', 'x', 'y', 'x']), numeric('b', [1, 2, 3, 4])]
    expect(orderBy(columns, 4, 'a', '-b')).toEqual([3, 1, 2, 0])
    expect(orderBy(columns, 4, '-b', 'a')).toEqual([3, 2, 1, 0])
  })

  it('is as they came without a column that is there', () => {
    expect(orderBy([numeric('a', [2, 1])], 2, 'gone')).toBeUndefined()
  })

  it('is as people count among tens of thousands of texts too', () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => `Pod ${(i * 7919) % 30_000}`)
    const order = orderBy([textual('a', texts)], texts.length, 'a')!
    expect(order.map((row) => texts[row])).toEqual(texts.map((_, i) => `Pod ${i}`))
  })

  it('is the same in slices, and none when it is given up', async () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003)
    const steps = () =>
      arrangeRows({
        columns: [numeric('a', numbers)],
        rows: numbers.length,
        sorts: [{ key: 'a', descending: false }],
        filters: new Map(),
        groupBy: [],
      })
    const sliced = await finishInSlices(steps(), new AbortController().signal, 0)
    expect(sliced?.order).toEqual(finish(steps()).order)
    expect(await finishInSlices(steps(), AbortSignal.abort())).toBeUndefined()
  })
})

it('goes from ascending to descending to none, or adds to the columns before', () => {
  const first = nextSort([], 'a')
  const second = nextSort(first, 'a')
  expect([first, second, nextSort(second, 'a'), nextSort(first, 'b'), nextSort(first, 'b', true)]).toEqual([
    [{ key: 'a', descending: false }],
    [{ key: 'a', descending: true }],
    [],
    [{ key: 'b', descending: false }],
    [
      { key: 'a', descending: false },
      { key: 'b', descending: false },
    ],
  ])
  expect(nextSort(nextSort(nextSort(first, 'b', true), 'b', true), 'b', true)).toEqual(first)
})
