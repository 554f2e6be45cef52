import { expect, it } from 'vitest'
import { layOut, type StatRoom } from './layout.ts'

const room: StatRoom = {
  width: 600,
  height: 300,
  count: 1,
  orientation: 'auto',
  valueLength: 6,
  nameLength: 8,
  hasGraphs: false,
  hasPercent: false,
  wide: true,
  sizes: {},
}

it('makes one value as large as its room', () => {
  const wide = layOut(room)
  expect(wide.columns).toBe(1)
  expect(wide.valueSize).toBeGreaterThan(70)
  expect(layOut({ ...room, width: 120 }).valueSize).toBeLessThan(wide.valueSize)
})

it('puts values beside each other in a wide room and below each other in a narrow one', () => {
  const columns = (patch: Partial<StatRoom>) => layOut({ ...room, count: 4, ...patch }).columns
  expect([columns({ width: 900, height: 100 }), columns({ width: 150, height: 400 }), columns({})]).toEqual([4, 1, 2])
})

it('arranges values as it is told', () => {
  const columns = (orientation: StatRoom['orientation']) => layOut({ ...room, count: 3, orientation }).columns
  expect([columns('horizontal'), columns('vertical')]).toEqual([3, 1])
})

it('puts names beside their values where rows are too low for both', () => {
  const narrow = { ...room, width: 180, height: 110, count: 3, valueLength: 5 }
  const { columns, beside, scrolls, cellHeight, valueSize } = layOut(narrow)
  expect({ columns, beside, scrolls }).toEqual({ columns: 1, beside: true, scrolls: false })
  expect(3 * cellHeight + 2 * 4).toBeLessThanOrEqual(110)
  expect(valueSize).toBeGreaterThanOrEqual(14)
  expect(layOut({ ...narrow, height: 300 })).toMatchObject({ columns: 1, beside: false })
  expect(layOut({ ...narrow, height: 60 })).toMatchObject({ scrolls: true, beside: false })
})

it('has values without names in low rows', () => {
  const { columns, scrolls } = layOut({ ...room, width: 100, height: 90, count: 3, nameLength: 0 })
  expect({ columns, scrolls }).toEqual({ columns: 1, scrolls: false })
})

it('scrolls rather than making text unreadable', () => {
  const many = layOut({ ...room, count: 200 })
  expect(many.scrolls).toBe(true)
  expect(many.columns).toBe(7)
  expect(many.cellHeight).toBeGreaterThanOrEqual(44)
  expect(many.valueSize).toBeGreaterThanOrEqual(16)
})

it('cuts no row where it scrolls', () => {
  const { columns, scrolls, cellHeight } = layOut({ ...room, width: 164, height: 110, count: 6, valueLength: 8 })
  expect({ columns, scrolls }).toEqual({ columns: 1, scrolls: true })
  expect(2 * cellHeight + 4).toBe(110)
})

it('gives names the room where values are not shown', () => {
  const { valueSize, nameSize } = layOut({ ...room, valueLength: 0 })
  expect(valueSize).toBe(0)
  expect(nameSize).toBeGreaterThan(layOut(room).nameSize)
})

it('has graphs below the text, where there is room for both', () => {
  const high = layOut({ ...room, hasGraphs: true })
  expect(high.graphHeight).toBe(108)
  expect(high.valueSize + high.nameSize).toBeLessThan(room.height - high.graphHeight)
  expect(layOut({ ...room, height: 60, hasGraphs: true }).graphHeight).toBe(0)
})

it('puts names beside values in wide cells, where that makes them larger', () => {
  const wide = { ...room, width: 800, height: 90 }
  const [beside, below] = [layOut(wide), layOut({ ...wide, wide: false })]
  expect([beside.beside, below.beside]).toEqual([true, false])
  expect(beside.valueSize).toBeGreaterThan(below.valueSize)
})

it('has room for changes below values', () => {
  const { valueSize, nameSize, percentSize } = layOut({ ...room, height: 100, width: 200, hasPercent: true })
  expect((valueSize + nameSize + percentSize) * 1.2).toBeLessThanOrEqual(100)
  expect(percentSize).toBeGreaterThanOrEqual(11)
})

it('writes in the sizes that are wished', () => {
  const sizes = { title: 10, value: 20, percent: 12 }
  expect(layOut({ ...room, hasPercent: true, sizes })).toMatchObject({ nameSize: 10, valueSize: 20, percentSize: 12 })
})

it('writes nothing where nothing is shown', () => {
  expect(layOut({ ...room, valueLength: 0, nameLength: 0 })).toMatchObject({ valueSize: 0, nameSize: 0 })
})
