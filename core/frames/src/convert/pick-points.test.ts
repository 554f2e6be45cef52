import { describe, expect, it } from 'vitest'
import { number, SeriesBuilder } from '../index.ts'
import { pickPoints } from './pick-points.ts'

const frame = () => {
  const builder = new SeriesBuilder({ fields: { value: number() } })
  builder.add({ host: 'a' }, [0, 10, 20], [1, null, 3])
  builder.add({ host: 'b' }, [0, 10], [4, 5])
  return builder.build()
}

describe('pickPoints', () => {
  it('keeps points with their times and what is missing, and series that keep none', () => {
    const picked = pickPoints(frame(), Int32Array.of(1, 2))
    const [a, b] = [...picked]
    expect(a!.labels).toEqual({ host: 'a' })
    expect([...a!.time]).toEqual([10, 20])
    expect([...a!.values]).toEqual([NaN, 3])
    expect(a!.isNull(0)).toBe(true)
    expect(b!.length).toBe(0)
    expect(picked.step).toBeUndefined()
  })

  it('keeps nothing of a frame without series', () => {
    expect(pickPoints(new SeriesBuilder({ fields: { value: number() } }).build(), new Int32Array(0)).points).toBe(0)
  })
})
