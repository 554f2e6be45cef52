import { defineTable, number, type Frame } from '@orrery/frames'
import { expect, it } from 'vitest'
import { createByteCache } from '../cache.ts'
import { createShapeMemo, type ShapeRequest } from './memo.ts'

const table = defineTable({ n: number() })
const frameOf = (n: number) => table.fromRows([{ n }])
const range = { from: 0, to: 1000 }

/** A memo, and what it was asked to make. */
function counted() {
  const made: Frame[] = []
  const uses: boolean[] = []
  const cache = createByteCache<readonly Frame[]>({ maxBytes: 1_000_000 })
  const memo = createShapeMemo({ cache, onShape: (isKnown) => uses.push(isKnown) })
  const shape = (request: Partial<ShapeRequest>, readsRange = false, failed = false) =>
    memo.shape({ frames: [], spec: [], range, ...request }, async (given) => {
      const frame = frameOf(readsRange ? given.range.from : 0)
      made.push(frame)
      return { frames: [frame], failed }
    })
  return { shape, made, uses, cache }
}

it('gives what was made of the same frames by the same spec', async () => {
  const { shape, made, uses } = counted()
  const frames = [frameOf(1), frameOf(2)]
  const first = await shape({ frames, spec: { limit: 1 } })
  const second = await shape({ frames: [...frames], spec: { limit: 1 } })
  expect(second.frames).toBe(first.frames)
  expect([first.isKnown, second.isKnown]).toEqual([false, true])
  expect(made).toHaveLength(1)
  expect(uses).toEqual([false, true])
})

it('makes anew of other frames, of another order, and by another spec', async () => {
  const { shape, made } = counted()
  const [a, b] = [frameOf(1), frameOf(1)]
  await shape({ frames: [a, b] })
  await shape({ frames: [b, a] })
  await shape({ frames: [a] })
  await shape({ frames: [frameOf(1)] })
  await shape({ frames: [a, b], spec: 'another' })
  expect(made).toHaveLength(5)
})

it('makes anew for another range only what has read it', async () => {
  const { shape, made } = counted()
  const frames = [frameOf(1)]
  const later = { from: 500, to: 1500 }
  await shape({ frames, spec: 'any range' })
  await shape({ frames, spec: 'any range', range: later })
  expect(made).toHaveLength(1)
  await shape({ frames, spec: 'this range' }, true)
  await shape({ frames, spec: 'this range', range: later }, true)
  await shape({ frames, spec: 'this range' }, true)
  expect(made).toHaveLength(3)
})

it('does not keep what failed', async () => {
  const { shape, made } = counted()
  await shape({}, false, true)
  await shape({})
  expect(made).toHaveLength(2)
})

it('counts the bytes of what was made, and not those of frames that are passed on', async () => {
  const cache = createByteCache<readonly Frame[]>({ maxBytes: 1_000_000 })
  const memo = createShapeMemo({ cache })
  const large = table.fromRows(Array.from({ length: 10_000 }, (_, n) => ({ n })))
  await memo.shape({ frames: [large], spec: 'same', range }, async () => ({ frames: [large] }))
  expect(cache.bytes()).toBeLessThan(1000)
  await memo.shape({ frames: [frameOf(1)], spec: 'large', range }, async () => ({ frames: [large] }))
  expect(cache.bytes()).toBeGreaterThan(80_000)
})
