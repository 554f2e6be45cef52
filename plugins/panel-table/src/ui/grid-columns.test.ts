import { boolean, defineTable, integer, nanos, number, text } from '@orrery/sdk'
import { expect, it } from 'vitest'
import type { Options } from '../options.ts'
import { readSheets } from '../sheet.ts'
import { toFirstSort, toGridColumns } from './grid-columns.ts'

const options: Options = { series: 'latest', cellHeight: 'medium', colorMode: 'none', rowNumbers: false, columns: [] }
const frame = defineTable({
  id: integer({ displayName: 'ID' }),
  name: text(),
  up: boolean(),
  at: nanos(),
  used: number(),
}).fromRows([
  { id: 1, name: 'a', up: true, at: 1_700_000_000_000_000_002n, used: 95 },
  { id: 2, name: 'b', up: null, at: 1_700_000_000_000_000_001n, used: 5 },
  { id: 3, name: 'c', up: false, at: null, used: null },
])
function grid(patch: Partial<Options> = {}) {
  const given = { ...options, ...patch }
  const fieldConfig = {
    defaults: { thresholds: { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 90, color: 'red' }] } },
    overrides: [],
  }
  const [sheet] = readSheets({ frames: [frame], options: given, fieldConfig, timeZone: 'UTC', theme: 'dark' })
  return { columns: toGridColumns(sheet!, given), sort: toFirstSort(sheet!, given) }
}

it('sorts by what the cells are, exact to the nanosecond', () => {
  const numbers = grid().columns.map(({ key, numbers: by }) => [key, by && Array.from(by)])
  expect(numbers).toEqual([
    ['id', [1, 2, 3]],
    ['name', undefined],
    ['up', [1, NaN, 0]],
    ['at', [2, 1, NaN]],
    ['used', [95, 5, NaN]],
  ])
})

it('puts numbers to the end of their cells', () => {
  expect(grid().columns.map(({ align }) => align)).toEqual(['end', 'start', 'start', 'start', 'end'])
})

it('colours text or background, or nothing', () => {
  const used = (colorMode: Options['colorMode']) => grid({ colorMode }).columns.at(-1)!
  expect([used('none').color, used('text').color?.(0), used('text').fill, used('background').fill]).toEqual([
    undefined,
    '#ff6369',
    false,
    true,
  ])
})

it('numbers the rows where it is told to', () => {
  const [first] = grid({ rowNumbers: true }).columns
  expect([first?.title, first?.text(2)]).toEqual(['#', '3'])
})

it('is sorted at first as the options say, by field or by header', () => {
  const sortBy = (column: string) => grid({ sort: { column, direction: 'descending' } }).sort
  expect([sortBy('ID'), sortBy('id'), sortBy('nowhere'), grid().sort]).toEqual([
    { key: 'id', descending: true },
    { key: 'id', descending: true },
    undefined,
    undefined,
  ])
})
