// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import type { TableColumn } from './column.ts'
import DataTable from './DataTable.vue'

const people = ['Ada', 'Grace', 'Edsger', 'Barbara']
const born = [1815, 1906, 1930, NaN]
const columns: readonly TableColumn[] = [
  { key: 'name', title: 'Name', text: (row) => people[row % 4]!, filter: 'values' },
  { key: 'born', title: 'Born', text: (row) => String(born[row % 4]), numbers: born, filter: 'range', align: 'end' },
]

let view: VueWrapper | undefined
afterEach(() => {
  view?.unmount()
  view = undefined
})
function show(props: Record<string, unknown> = {}) {
  const made = mount(DataTable, {
    props: { columns, rows: 4, height: 300, rowHeight: 30, label: 'People', ...props },
    attachTo: document.body,
  })
  view = made
  return {
    made,
    texts: () => made.findAll('[role=gridcell]').map((cell) => cell.text()),
    firsts: () => made.findAll('[role=gridcell][data-column="0"]').map((cell) => cell.text()),
    heading: (title: string) => made.findAll('.o-table-sort').find((button) => button.text().includes(title))!,
  }
}

it('shows cells and says what they are', () => {
  const { made, texts } = show()
  expect(texts()).toEqual(['Ada', '1815', 'Grace', '1906', 'Edsger', '1930', 'Barbara', 'NaN'])
  const grid = made.get('[role=grid]')
  expect([grid.attributes('aria-rowcount'), grid.attributes('aria-colcount')]).toEqual(['5', '2'])
})

it('hints at the text of the cell that is pointed at, or at what the column says of it', async () => {
  const { made } = show({ columns: [columns[0], { ...columns[1], tip: () => 'a year' }] })
  const [name, year] = made.findAll('[role=gridcell]')
  await name!.trigger('pointerover')
  await year!.trigger('pointerover')
  expect([name!.attributes('title'), year!.attributes('title')]).toEqual(['Ada', 'a year'])
})

it('shows a hint on the side that the column names, while the cell is pointed at', async () => {
  const { made } = show({ columns: [{ ...columns[0], tip: () => 'a name', tipSide: 'bottom' }, columns[1]] })
  const hint = () => document.querySelector('[role=tooltip]')?.textContent
  await made.get('[role=gridcell]').trigger('pointerover')
  await nextTick()
  expect([hint(), made.get('[role=gridcell]').attributes('title')]).toEqual(['a name', undefined])
  await made.get('.o-table-rows').trigger('pointerleave')
  await nextTick()
  expect(hint()).toBeUndefined()
})

it('has only the rows on the screen in the page', () => {
  const { made } = show({ rows: 1_000_000, columns: [{ key: 'a', title: 'A', text: String }] })
  expect(made.findAll('.o-table-rows > [role=row]').length).toBeLessThan(30)
  expect(Number.parseInt(made.get<HTMLElement>('.o-table-body').element.style.blockSize)).toBeLessThan(17_000_000)
})

it('leaves nothing of a row in the one that takes over its element', async () => {
  const drawn: TableColumn = { key: 'b', title: 'B', text: String, draw: ({ row }) => h('i', String(row)) }
  const { made, texts } = show({ rows: 400, columns: [{ key: 'a', title: 'A', text: String }, drawn] })
  const rows = made.findAll('.o-table-rows > [role=row]').map(({ element }) => element)
  const picture = made.get('i').element
  await made.get('[role=gridcell]').trigger('pointerover')
  expect(made.findAll('[role=gridcell][title]').length).toBe(1)
  const grid = made.get<HTMLElement>('[role=grid]')
  grid.element.scrollTop = 3000
  await grid.trigger('scroll')
  const positions = made.findAll('[role=gridcell]').map((cell) => cell.attributes('data-row'))
  expect(positions.slice(0, 4)).toEqual(['94', '94', '95', '95'])
  expect(texts()).toEqual(positions)
  expect(made.findAll('[role=gridcell][title]').length).toBe(0)
  expect(rows.filter(({ isConnected }) => isConnected).length).toBeGreaterThan(10)
  expect(picture.isConnected).toBe(false)
})

it('sorts by a heading, and by more with Shift', async () => {
  const { firsts, heading, made } = show()
  await heading('Born').trigger('click')
  expect(firsts()).toEqual(['Ada', 'Grace', 'Edsger', 'Barbara'])
  await heading('Born').trigger('click')
  expect(firsts()).toEqual(['Edsger', 'Grace', 'Ada', 'Barbara'])
  await heading('Name').trigger('click', { shiftKey: true })
  expect(made.emitted('update:sort')?.at(-1)).toEqual([
    [
      { key: 'born', descending: true },
      { key: 'name', descending: false },
    ],
  ])
  expect(made.findAll('[role=columnheader]').map((cell) => cell.attributes('aria-sort'))).toEqual([
    'ascending',
    'descending',
  ])
})

it('moves by keys, to the end of rows and of the table', async () => {
  const { made } = show({ rows: 400, columns: [{ ...columns[0]!, text: String }, columns[1]!] })
  const grid = made.get('[role=grid]')
  const current = () => made.find(`[id="${grid.attributes('aria-activedescendant')}"]`)
  const press = (key: string, options = {}) => grid.trigger('keydown', { key, ...options })
  await press('ArrowDown')
  await press('End')
  expect([current().attributes('data-row'), current().attributes('data-column')]).toEqual(['1', '1'])
  await press('End', { ctrlKey: true })
  expect(current().attributes('data-row')).toBe('399')
  await press('PageUp')
  await press('Home')
  expect([current().attributes('data-row'), current().attributes('data-column')]).toEqual(['391', '0'])
})

it('resizes a column by keys and hides one by its menu', async () => {
  const { made, heading } = show()
  const width = () => Number.parseInt(made.get<HTMLElement>('[role=columnheader]').element.style.inlineSize)
  const before = width()
  await heading('Name').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
  expect(width()).toBe(before + 16)
  await made.get('.o-table-menu').trigger('click')
  await nextTick()
  const hide = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Hide column'))!
  hide.click()
  await nextTick()
  await nextTick()
  expect(made.findAll('[role=columnheader]').length).toBe(1)
  const back = made.findAll('button').find((button) => button.text() === 'Show 1 hidden column')!
  await back.trigger('click')
  expect(made.findAll('[role=columnheader]').length).toBe(2)
})

it('filters by the values that are chosen, and says how many rows are left', async () => {
  const { made, firsts } = show()
  await made.setProps({ filters: new Map([['name', { values: new Set(['Ada', 'Grace']) }]]) })
  expect(firsts()).toEqual(['Ada', 'Grace'])
  expect(made.get('[role=status]').text()).toBe('2 of 4 rows')
  await made
    .findAll('button')
    .find((button) => button.text() === 'Clear filters')!
    .trigger('click')
  expect(made.emitted('update:filters')?.at(-1)).toEqual([new Map()])
})

it('turns pages', async () => {
  const { made, firsts } = show({ pageSize: 3 })
  expect(firsts()).toEqual(['Ada', 'Grace', 'Edsger'])
  await made.get('button[aria-label="Next page"]').trigger('click')
  expect(firsts()).toEqual(['Barbara'])
  await made.setProps({ rows: 2 })
  expect(firsts()).toEqual(['Ada', 'Grace'])
})

it('draws cells, and figures below those rows that are shown', async () => {
  const drawn: TableColumn = {
    key: 'bar',
    title: 'Bar',
    text: String,
    draw: ({ row, width }) => h('i', { class: 'bar' }, `${row} of ${width > 0}`),
    foot: (rows) => [{ title: 'Rows', text: rows ? String(rows.length) : 'all' }],
  }
  const { made } = show({ columns: [drawn, columns[0]], rows: 2 })
  expect(made.findAll('.bar').map((bar) => bar.text())).toEqual(['0 of true', '1 of true'])
  expect(made.get('.o-table-foot').text()).toBe('Rows all')
  await made.setProps({ filters: new Map([['name', { contains: 'gr' }]]) })
  expect(made.get('.o-table-foot').text()).toBe('Rows 1')
})

it('copies the current cell', async () => {
  const { made } = show()
  const grid = made.get('[role=grid]')
  await grid.trigger('keydown', { key: 'ArrowDown' })
  const data = new DataTransfer()
  const event = new Event('copy', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: data })
  grid.element.dispatchEvent(event)
  expect(data.getData('text/plain')).toBe('Grace')
})

it('opens and closes groups by keys, and walks to the group that a row is in', async () => {
  const { made } = show({ rows: 8, columns: columns.map((column) => ({ ...column })), groupBy: ['name'] })
  const grid = made.get('[role=treegrid]')
  const press = (key: string) => grid.trigger('keydown', { key })
  const lines = () => made.findAll('.o-table-rows > [role=row]')
  const current = () => made.get(`[id="${grid.attributes('aria-activedescendant')}"]`)
  expect(lines().map((line) => line.attributes('aria-expanded'))).toEqual(['false', 'false', 'false', 'false'])
  await press('ArrowRight')
  expect(
    lines()
      .slice(0, 3)
      .map((line) => [line.attributes('aria-level'), line.attributes('aria-expanded')]),
  ).toEqual([
    ['1', 'true'],
    ['2', undefined],
    ['2', undefined],
  ])
  await press('ArrowDown')
  await press('ArrowDown')
  await press('ArrowLeft')
  expect(current().attributes('data-row')).toBe('0')
  await press('ArrowLeft')
  expect(lines().length).toBe(4)
  await press('Enter')
  expect(lines().length).toBe(6)
  await grid.trigger('keydown', { key: 'End', ctrlKey: true })
  expect(current().attributes('data-row')).toBe('5')
  await made
    .findAll('button')
    .find((button) => button.text() === 'Close all groups')!
    .trigger('click')
  await made
    .findAll('button')
    .find((button) => button.text() === 'Open all groups')!
    .trigger('click')
  expect(lines().length).toBe(12)
})

it('moves a column by its menu, but not before those that rows are grouped by', async () => {
  const third: TableColumn = { key: 'id', title: 'Id', text: String }
  const { made } = show({ columns: [...columns, third], groupBy: ['name'] })
  const titles = () => made.findAll('.o-table-title').map((title) => title.text())
  const buttons = () => [...document.querySelectorAll<HTMLElement>('.o-column-actions button')]
  await made.findAll('.o-table-menu')[2]!.trigger('click')
  await nextTick()
  buttons()
    .find(({ textContent }) => textContent?.includes('Move towards the start'))!
    .click()
  await nextTick()
  expect(titles()).toEqual(['Name', 'Id', 'Born'])
  await nextTick()
  expect(buttons().map(({ textContent }) => textContent?.trim())).not.toContain('Move towards the start')
})
