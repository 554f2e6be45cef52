import { expect, it } from 'vitest'
import { layOutGrid, type GridRoom } from '../index.ts'

const room: GridRoom = { width: 600, height: 300, count: 1, orientation: 'auto', minWidth: 75, minHeight: 75 }
const columns = (patch: Partial<GridRoom>) => layOutGrid({ ...room, ...patch }).columns

it('gives a lone cell all the room', () => {
  expect(layOutGrid(room)).toEqual({ columns: 1, cellWidth: 600, cellHeight: 300, scrolls: false })
})

it('stands cells so that they are as large as they can be', () => {
  expect([columns({ count: 2 }), columns({ count: 8 }), columns({ count: 3, width: 100 })]).toEqual([2, 4, 1])
})

it('stands cells as it is told', () => {
  const at = (orientation: GridRoom['orientation']) => columns({ count: 3, orientation, width: 900 })
  expect([at('horizontal'), at('vertical')]).toEqual([3, 1])
})

it('scrolls rather than making cells too small, and cuts no row', () => {
  const { columns: seen, cellHeight, scrolls } = layOutGrid({ ...room, count: 200 })
  expect({ seen, scrolls }).toEqual({ seen: 7, scrolls: true })
  expect(3 * cellHeight + 2 * 4).toBe(300)
})

it('has a cell in no room, and of no values', () => {
  expect(layOutGrid({ ...room, width: 0, height: 0 })).toMatchObject({ columns: 1 })
  expect(layOutGrid({ ...room, count: 0 })).toMatchObject({ columns: 1, scrolls: false })
})
