import { expect, it } from 'vitest'
import { scrollBy, scrollTo, toMapPlace, type TextPlace } from './map-place.ts'

const short = { lines: 10, contentHeight: 200, roomHeight: 100, scrollTop: 50 }
const long = (scrollTop: number): TextPlace => ({ lines: 1000, contentHeight: 20_000, roomHeight: 500, scrollTop })

it('shows a short text whole, and what is seen of it in its scale', () => {
  expect(toMapPlace(short)).toEqual({ offset: 0, seenTop: 7.5, seenHeight: 15 })
})

it('moves along a long text, so that both end together', () => {
  const [start, end] = [toMapPlace(long(0)), toMapPlace(long(19_500))]
  expect([start.offset, start.seenTop]).toEqual([0, 0])
  expect(end.offset).toBe(2500)
  expect(end.seenTop + end.seenHeight).toBeCloseTo(500)
})

it('shows a text that is all seen as such', () => {
  expect(toMapPlace({ lines: 2, contentHeight: 40, roomHeight: 100, scrollTop: 0 })).toEqual({
    offset: 0,
    seenTop: 0,
    seenHeight: 6,
  })
})

it('brings what is pressed into the middle, within the text', () => {
  expect([scrollTo(300, long(0)), scrollTo(0, long(0)), scrollTo(500, long(19_500))]).toEqual([1750, 0, 19_500])
})

it('goes from one end to the other as what is seen goes', () => {
  const { seenHeight } = toMapPlace(long(0))
  expect(scrollBy(500 - seenHeight, long(0))).toBeCloseTo(19_500)
  expect(scrollBy(-1000, long(100))).toBe(0)
  expect(scrollBy(5, { ...short, roomHeight: 200, scrollTop: 0 })).toBe(0)
})
