import type { GridItem } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { edgeSpeed } from './edge-scroll.ts'
import { movedPlace, placed, resizedPlace } from './place.ts'

const cell = { column: 50, row: 40 }
const item = (panel: string, x: number, y: number, w = 12, h = 8): GridItem => ({ panel, x, y, w, h })

it('moves to the nearest cell, and never out of the grid', () => {
  const start = item('a', 4, 4)
  expect(movedPlace(start, { dx: 74, dy: -21 }, cell)).toEqual({ x: 5, y: 3, w: 12, h: 8 })
  expect(movedPlace(start, { dx: 9999, dy: -9999 }, cell)).toEqual({ x: 12, y: 0, w: 12, h: 8 })
})

it('resizes to whole cells, and not to nothing', () => {
  const start = item('a', 12, 0)
  expect(resizedPlace(start, { dx: -160, dy: 90 }, cell)).toEqual({ x: 12, y: 0, w: 9, h: 10 })
  expect(resizedPlace(start, { dx: -9999, dy: -9999 }, cell)).toEqual({ x: 12, y: 0, w: 2, h: 2 })
  expect(resizedPlace(start, { dx: 9999, dy: 0 }, cell).w).toBe(12)
})

it('lets the others give way', () => {
  const items = [item('a', 0, 0), item('b', 12, 0), item('c', 0, 8)]
  const now = placed(items, 'c', { x: 0, y: 0, w: 12, h: 8 })
  expect(now).toEqual([item('c', 0, 0), item('b', 12, 0), item('a', 0, 8)])
})

it('scrolls faster the nearer the edge is', () => {
  const speeds = [300, 560, 580, 600, 900].map((pointer) => edgeSpeed(pointer, 0, 600))
  expect(speeds).toEqual([0, 5, 12, 18, 18])
  expect(edgeSpeed(0, 0, 600)).toBe(-18)
})
