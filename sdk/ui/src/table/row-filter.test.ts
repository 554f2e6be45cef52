import { expect, it } from 'vitest'
import type { TableColumn } from './column.ts'
import { facetsOf, filterRows, type ColumnFilter } from './row-filter.ts'
import { finish } from './steps.ts'

const states: TableColumn = {
  key: 'state',
  title: 'State',
  text: (row) => ['up', 'down', 'up', ''][row]!,
  codes: { codes: Int32Array.of(0, 1, 0, -1), texts: ['up', 'down'] },
}
const load: TableColumn = { key: 'load', title: 'Load', text: String, numbers: [1, 5, NaN, 9] }
const names: TableColumn = {
  key: 'name',
  title: 'Name',
  text: (row) => ['Web', 'web-2', '–', 'db'][row]!,
  isMissing: (row) => row === 2,
}

const rowsOf = (given: Readonly<Record<string, ColumnFilter>>) => [
  ...finish(filterRows([states, load, names], new Map(Object.entries(given)), 4)),
]

it('keeps rows by texts, parts of texts and ranges', () => {
  expect(rowsOf({ state: { values: new Set(['up']) } })).toEqual([0, 2])
  expect(rowsOf({ name: { contains: 'WEB' } })).toEqual([0, 1])
  expect(rowsOf({ load: { from: 1, to: 5 } })).toEqual([0, 1])
  expect(rowsOf({ load: { from: 2 } })).toEqual([1, 3])
})

it('keeps rows by whether there is a value', () => {
  expect(rowsOf({ load: { missing: 'only' } })).toEqual([2])
  expect(rowsOf({ load: { missing: 'without' } })).toEqual([0, 1, 3])
  expect(rowsOf({ state: { values: new Set(['']) } })).toEqual([3])
  expect(rowsOf({ name: { values: new Set(['', 'db']) } })).toEqual([2, 3])
})

it('keeps rows that pass the filters of all columns', () => {
  expect(rowsOf({ state: { values: new Set(['up', 'down']) }, load: { from: 2 } })).toEqual([1])
  expect(rowsOf({ gone: { from: 2 } })).toEqual([0, 1, 2, 3])
})

it('counts the texts of a column, missing ones among them', () => {
  expect(finish(facetsOf(states, 4))).toEqual([
    { text: 'up', count: 2 },
    { text: '', count: 1 },
    { text: 'down', count: 1 },
  ])
  expect(finish(facetsOf(names, 4)).map(({ text }) => text)).toEqual(['', 'Web', 'db', 'web-2'])
})
