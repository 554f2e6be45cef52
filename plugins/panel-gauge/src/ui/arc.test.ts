import { expect, it } from 'vitest'
import { arcPath, cutOut, pointAt, segmentsOf, slice, toDial, type DialRoom } from './arc.ts'

const room: DialRoom = {
  width: 200,
  height: 200,
  shape: 'circle',
  barWidthFactor: 0.5,
  hasRing: false,
  labelWidth: 0,
}

it.each([
  { ...room },
  { ...room, shape: 'gauge' as const },
  { ...room, shape: 'gauge' as const, width: 400, height: 120, hasRing: true, labelWidth: 40 },
  { ...room, width: 80, barWidthFactor: 1, hasRing: true },
])('is as large as the room allows, and stays in it: %o', (one) => {
  const dial = toDial(one)
  const outer = dial.ring.width ? dial.ring.radius + dial.ring.width / 2 : dial.radius + dial.width / 2
  const points = Array.from({ length: 101 }, (_, k) =>
    pointAt(dial, outer, dial.from + ((dial.to - dial.from) * k) / 100),
  )
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...xs)).toBeLessThanOrEqual(one.width)
  expect(Math.max(...ys)).toBeLessThanOrEqual(one.height)
  // One of the sides has no more room than the margin and what is written there.
  const sides = [Math.min(...xs) - one.labelWidth, Math.min(...ys) - (one.labelWidth ? 14 : 0)]
  expect(Math.min(...sides)).toBeLessThan(4)
})

it('has no room for labels around a small gauge', () => {
  const hasLabels = (width: number) => toDial({ ...room, width, labelWidth: 30 }).hasLabels
  expect([hasLabels(200), hasLabels(90)]).toEqual([true, false])
})

it('draws arcs clockwise, the whole way in two halves', () => {
  const dial = { ...toDial(room), x: 0, y: 0 }
  expect([arcPath(dial, 10, 0, 0.25), arcPath(dial, 10, 0, 1)]).toEqual([
    'M0 -10A10 10 0 0 1 10 0',
    'M0 -10A10 10 0 0 1 0 10A10 10 0 0 1 0 -10',
  ])
})

it('cuts the way into segments, and shows of them what is filled', () => {
  const segments = segmentsOf(4, 0.2)
  expect(segments).toHaveLength(4)
  expect([segments[0]!.from, segments[3]!.to]).toEqual([0, expect.closeTo(1)])
  const length = segments.reduce((sum, { from, to }) => sum + to - from, 0)
  expect(length).toBeCloseTo(1 - 3 * 0.05)
  expect(cutOut(segments, { from: 0, to: 0.5 })).toHaveLength(2)
  expect(cutOut(segments, { from: 0.3, to: 0.3 })).toEqual([])
  expect(segmentsOf(1, 0.5)).toEqual([{ from: 0, to: 1 }])
})

it('slices what has a gradient', () => {
  expect(slice([{ from: 0, to: 0.5 }], 0.2)).toHaveLength(3)
})
