import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { smooth } from './automatic-smoothing.ts'
import { smoothing } from './smoothing.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

// Numbers that look random, and are the same each time.
const noise = (k: number) => ((Math.imul(k + 1, 2_654_435_761) >>> 8) % 1000) / 1000 - 0.5
const wave = (k: number) => Math.sin(k / 60) * 3
const count = 1200
const times = Float64Array.from({ length: count }, (_, k) => 1_700_000_000_000 + k * 1000)
const noisy = times.map((_, k) => wave(k) + noise(k) + (k >= 600 && k < 640 ? 12 : 0))
/** How far a line goes up and down in all. */
const wayOf = (values: Float64Array) =>
  values.subarray(1).reduce((sum, value, k) => sum + Math.abs(value - values[k]!), 0)

describe('smoothing', () => {
  copesWithOddFrames(smoothing)
  copesWithOddFrames(smoothing, { keepOriginal: true, resolution: 2 })

  it('takes noise away and leaves what stands out', () => {
    const { values } = smooth(times, noisy, 300)
    expect(values.length).toBeGreaterThan(200)
    expect(wayOf(values)).toBeLessThan(wayOf(noisy) / 2)
    expect(Math.max(...values)).toBeGreaterThan(8)
  })

  it('leaves a lone outlier as it is, which any mean would flatten', () => {
    const values = Float64Array.from({ length: 100 }, (_, k) => (k === 50 ? 100 : k % 2))
    expect(smooth(times.subarray(0, 100), values, 100).values).toEqual(values)
  })

  it('smooths even noise by the longest window', () => {
    const zigzag = Float64Array.from({ length: 200 }, (_, k) => (k % 2 ? 10 : 0) + noise(k))
    expect(wayOf(smooth(times.subarray(0, 200), zigzag, 200).values)).toBeLessThan(100)
  })

  it('keeps labels and names, and the original where it shall', () => {
    const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }), state: number() } })
    builder.add({ host: 'a' }, times, { value: noisy, state: noisy }, { displayName: 'one' })
    const input = builder.build()
    const smoothed = applyTo(smoothing, [input]).frames
    expect(smoothed.map((frame) => [...frame.fields.keys()])).toEqual([['value'], ['state']])
    const [first] = smoothed
    const series = first?.kind === 'series' ? first.at(0) : undefined
    expect([series?.labels, series?.meta()]).toEqual([{ host: 'a' }, { unit: 's', displayName: 'one' }])
    const kept = applyTo(smoothing, [input], { keepOriginal: true }).frames
    expect(kept[0]).toBe(input)
    expect(kept.slice(1).map((frame) => [...frame.fields.keys()])).toEqual([['value smoothed'], ['state smoothed']])
  })

  it('leaves other frames as they are', () => {
    const table = defineTable({ a: text() }).fromRows([{ a: 'x' }])
    expect(applyTo(smoothing, [table]).frames).toEqual([table])
  })
})
