import { expect, it } from 'vitest'
import { boundsOf, narrowScale } from './narrowing.ts'
import type { ValueScale } from './value-scale.ts'

/** From 0 to 128, with a mark for each hundred pixels. */
const scale: ValueScale = {
  place: (value) => value / 128,
  marks: (height) =>
    Array.from({ length: 1 + height / 100 }, (_, i) => {
      const at = (100 * i) / height
      return { at, text: String(128 * at) }
    }),
}
const upsideDown: ValueScale = { ...scale, place: (value) => 1 - value / 128 }
const bounds = Float64Array.of(0, 32, 64, 96, 128)

it('takes the rows that a part touches as a whole', () => {
  expect(boundsOf({ from: 0.3, to: 0.6 }, bounds, scale)).toEqual({ from: 32, to: 96 })
  expect(boundsOf({ from: 0.25, to: 0.5 + 1e-9 }, bounds, scale)).toEqual({ from: 32, to: 64 })
  expect(boundsOf({ from: 0.3, to: 0.5 }, bounds, upsideDown)).toEqual({ from: 96, to: 64 })
  expect(boundsOf({ from: -1, to: 0.5 }, bounds, scale)).toBeUndefined()
})

it('fills the plot with a part, with more marks than that had before', () => {
  const { place, marks } = narrowScale(scale, { from: 32, to: 96 })
  expect([32, 64, 96, 128].map(place)).toEqual([0, 0.5, 1, 1.5])
  expect(marks(400).map(({ at, text }) => `${text} at ${at}`)).toEqual([
    '32 at 0',
    '48 at 0.25',
    '64 at 0.5',
    '80 at 0.75',
    '96 at 1',
  ])
  const turned = narrowScale(upsideDown, { from: 96, to: 32 })
  expect([96, 64, 32].map(turned.place)).toEqual([0, 0.5, 1])
})

it('shows all where the part is not on the scale', () => {
  expect(narrowScale(scale, { from: 32, to: 32 })).toBe(scale)
})
