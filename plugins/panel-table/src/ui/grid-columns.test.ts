import { boolean, defaultsOf, defineTable, integer, json, nanos, number, text } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { Options } from '../options.ts'
import { readSheets } from '../sheet.ts'
import { toFirstSort, toGridColumns, toRowPaint } from './grid-columns.ts'

// All options that are required have defaults.
const options = defaultsOf(Options) as Options
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
const open = { isOpen: () => false, toggle: () => {} }
function grid(patch: Partial<Options> = {}, custom: Record<string, unknown> = {}) {
  const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 90, color: 'red' }] }
  const fieldConfig = { defaults: { thresholds, custom }, overrides: [] }
  const given = { options: { ...options, ...patch }, timeZone: 'UTC', theme: 'dark' as const }
  const shown = { ...given, frames: [frame], fieldConfig }
  const [sheet] = readSheets(shown)
  return {
    columns: toGridColumns(sheet!, { ...shown, open }),
    sort: toFirstSort(sheet!, given.options),
    paintRow: toRowPaint(sheet!),
  }
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

it('colours text, background or the whole row, or nothing', () => {
  const used = (cell: object) => grid({}, { cell }).columns.at(-1)!.paint?.(0)
  expect(used({ type: 'auto' })).toBeUndefined()
  expect(used({ type: 'color-text' })).toEqual({ color: '#ff6369' })
  expect(used({ type: 'color-background' })).toEqual({ background: '#ff6369', color: '#000' })
  expect(used({ type: 'color-background', fill: 'gradient' })!.background).toMatch(/^linear-gradient/)
  expect(used({ type: 'color-background', applyToRow: true })).toBeUndefined()
  const row = grid({}, { cell: { type: 'color-background', applyToRow: true } }).paintRow
  expect(row?.(0)).toEqual({ background: '#4cc38a', color: '#000' })
})

it('filters numbers by range, the rest by values, and what is not to be filtered not at all', () => {
  expect(grid().columns.map(({ filter }) => filter)).toEqual(['range', 'values', 'values', 'values', 'range'])
})

it('gives columns the widths, the place and the behaviour that they are told', () => {
  const [id] = grid(
    { typeIcons: true },
    { width: 90, minWidth: 50, align: 'center', sortable: false, wrapText: true },
  ).columns
  expect(id).toMatchObject({
    width: 90,
    fixed: true,
    minWidth: 50,
    align: 'center',
    sortable: false,
    wraps: true,
    icon: 'hash',
  })
})

it('reckons figures of the rows that are shown', () => {
  const { columns } = grid({}, { footer: ['sum', 'count'] })
  const feet = (rows?: Uint32Array) =>
    columns.map(({ foot }) => foot?.(rows).map(({ title, text }) => `${title} ${text}`))
  expect(feet()[4]).toEqual(['Sum 100', 'Number of values 2'])
  expect(feet(Uint32Array.of(1, 2))[4]).toEqual(['Sum 5', 'Number of values 1'])
  expect(feet()[1]).toEqual(['Number of values 3'])
})

it('shows texts as their mappings do, and takes equal ones for one', () => {
  const mapped = defineTable({
    state: text({ config: { mappings: [{ type: 'regex', pattern: '^[ab]$', text: 'up' }] } }),
    all: json(),
  }).fromRows([
    { state: 'a', all: { x: 1 } },
    { state: 'b', all: null },
    { state: 'c', all: [1] },
    { state: null, all: null },
  ])
  const given = { options, timeZone: 'UTC', theme: 'dark' as const, fieldConfig: { defaults: {}, overrides: [] } }
  const [state, all] = toGridColumns(readSheets({ ...given, frames: [mapped] })[0]!, {
    ...given,
    frames: [mapped],
    open,
  })
  expect(state!.codes).toEqual({ codes: Int32Array.of(0, 0, 1, -1), texts: ['up', 'c'] })
  expect([all!.text(0), all!.whole?.(0)]).toEqual(['{"x":1}', '{\n  "x": 1\n}'])
})

it('numbers the rows where it is told to', () => {
  const [first] = grid({ rowNumbers: true }).columns
  expect([first?.title, first?.text(2)]).toEqual(['#', '3'])
})

it('is sorted at first as the options say, by field or by header', () => {
  const sortBy = (column: string) => grid({ sort: [{ column, direction: 'descending' }] }).sort
  expect([sortBy('ID'), sortBy('id'), sortBy('nowhere'), grid().sort]).toEqual([
    [{ key: 'id', descending: true }],
    [{ key: 'id', descending: true }],
    [],
    [],
  ])
})
