import { expect, it, vi } from 'vitest'
import { buildPyramid } from './build-queue.ts'
import { Pyramid } from './pyramid.ts'

const column = () => new Float64Array(200_000)

it('builds pyramids one after the other, and none before the page had its turn', async () => {
  const pyramids = [new Pyramid(column()), new Pyramid(column())]
  for (const pyramid of pyramids) buildPyramid(pyramid)
  expect(pyramids.map(({ isComplete }) => isComplete)).toEqual([false, false])
  await vi.waitUntil(() => pyramids.every(({ isComplete }) => isComplete))
})

it('does not build what nobody wants any more', async () => {
  const [shared, left, last] = [new Pyramid(column()), new Pyramid(column()), new Pyramid(column())]
  const stops = [buildPyramid(shared), buildPyramid(left)]
  buildPyramid(shared)
  for (const stop of stops) stop()
  // Taking a wish back twice takes back no other's.
  for (const stop of stops) stop()
  buildPyramid(last)
  await vi.waitUntil(() => last.isComplete)
  expect([shared, left].map(({ isComplete }) => isComplete)).toEqual([true, false])
})
