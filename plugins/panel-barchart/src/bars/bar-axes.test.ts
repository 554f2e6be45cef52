import { type FieldConfig } from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { placeAxes, roomOf } from './axis-layout.ts'
import { toBarAxes } from './bar-axes.ts'
import { toField } from './read-bars.ts'
import { toThresholdMarks } from './thresholds.ts'
import { createValueAxis } from './value-axis.ts'

const axesOf = (...configs: readonly FieldConfig[]) => toBarAxes(configs.map(toField), false).axes
const axisOf = (low: number, high: number, custom: FieldConfig['custom'] = {}, config: FieldConfig = {}) =>
  createValueAxis({ low, high }, axesOf({ custom })[0]!, config, 'UTC')
const textsOf = (axis: ReturnType<typeof axisOf>, most: number) => axis.marks(most).map(({ text }) => text)

describe('a value axis', () => {
  it('begins at zero and has room above', () => {
    const axis = axisOf(10, 100)
    expect([axis.base, axis.place(0), axis.place(108), textsOf(axis, 6)]).toEqual([
      0,
      0,
      1,
      ['0', '20', '40', '60', '80', '100'],
    ])
  })

  it('ends where the config says, and reaches at least to its soft ends', () => {
    const axis = axisOf(10, 100, {}, { min: -50, max: 50 })
    expect([axis.place(-50), axis.place(0), axis.place(100)]).toEqual([0, 0.5, 1])
    expect(axisOf(10, 100, { axisSoftMin: -100, axisSoftMax: 300 }).place(0)).toBe(0.25)
    expect(axisOf(10, 100, { axisSoftMin: 5, axisSoftMax: 50 }).place(54)).toBe(0.5)
  })

  it('may have zero in the middle', () => {
    expect(axisOf(-10, 100, { axisCenteredZero: true }).place(0)).toBe(0.5)
  })

  it('may be logarithmic: what has no logarithm stands at its low end', () => {
    const axis = axisOf(0, 1000, { scale: 'log10' })
    expect([axis.place(0), axis.place(-5), axis.place(1000), textsOf(axis, 9)]).toEqual([
      0,
      0,
      1,
      ['0.1', '1', '10', '100', '1,000'],
    ])
    expect(textsOf(axisOf(3, 16, { scale: 'log2' }), 9)).toEqual(['2', '4', '8', '16'])
  })

  it('may be logarithmic on both sides of zero', () => {
    const axis = axisOf(-100, 1000, { scale: 'symlog', linearThreshold: 10 })
    expect(textsOf(axis, 12)).toEqual(['-100', '-10', '0', '10', '100', '1,000'])
    const [below, zero, ten, hundred, thousand] = [-100, 0, 10, 100, 1000].map(axis.place)
    expect([below, thousand]).toEqual([0, 1])
    // From a hundred to a thousand it is as far as a hundred is from ten, and zero is one of its values.
    expect((thousand! - hundred!) / (hundred! - ten!)).toBeCloseTo(1.08, 1)
    expect(zero).toBeGreaterThan(0.3)
  })
})

describe('value axes', () => {
  it('are one for each unit, scale and place, the first left and the others right', () => {
    const { axes, axisOf: indexOf } = toBarAxes(
      [toField({ unit: 's' }), toField({ unit: 'bytes', custom: { axisLabel: 'Memory' } }), toField({ unit: 's' })],
      false,
    )
    expect(axes.map(({ isOpposite, label, hasGrid }) => [isOpposite, label, hasGrid])).toEqual([
      [false, undefined, true],
      [true, 'Memory', false],
    ])
    expect(indexOf(toField({}))).toBe(0)
    expect(axesOf({ custom: { scale: 'log2' } }, { custom: { scale: 'symlog' } }).length).toBe(2)
    expect(axesOf({ custom: { axisPlacement: 'hidden' } }, {}).map(({ hasGrid }) => hasGrid)).toEqual([false, true])
    expect(axesOf({ custom: { axisPlacement: 'bottom' } }, { custom: { axisPlacement: 'left' } }).length).toBe(1)
    expect(axesOf({ custom: { axisPlacement: 'top' } }, { custom: { axisPlacement: 'left' } })).toMatchObject([
      { isOpposite: true },
      { isOpposite: false },
    ])
  })

  it('are one for shares, whatever the units', () => {
    const { axes } = toBarAxes([toField({ unit: 's' }), toField({ unit: 'bytes' })], true)
    expect(axes.map(({ config }) => config)).toEqual([{ unit: 'percentunit', max: 1 }])
  })

  it('stand beside each other on one side, each as wide as its texts or as one says', () => {
    const given = { isUpright: true, length: 200, measure: (text: string) => 6 * text.length }
    const looks = axesOf(
      { unit: 's', custom: { axisPlacement: 'left', axisWidth: 80 } },
      { custom: { axisPlacement: 'left', axisLabel: 'Count' } },
    ).map((axis) => ({ ...axis, axis: createValueAxis({ low: 0, high: 100 }, axis, {}, 'UTC'), color: undefined }))
    const room = roomOf(looks, given)
    // The second: three digits, a gap on each side, and its label.
    expect(room).toEqual({ near: 80 + 18 + 12 + 18, far: 6 })
    const plot = { left: room.near, top: 0, width: 300, height: 200 }
    const placed = placeAxes(looks, { ...given, plot })
    expect(placed.map(({ edge }) => edge)).toEqual([128, 48])
    expect(placed[1]!.label?.x).toBe(9)
    const lying = placeAxes(looks, { ...given, isUpright: false, plot })
    expect(lying.map(({ edge }) => edge)).toEqual([200, 280])
  })

  it('show thresholds as lines, dashes and areas', () => {
    const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 50, color: 'red' }] }
    const marksOf = (thresholdsStyle: string) => {
      const [axis] = axesOf({ thresholds, custom: { thresholdsStyle } })
      return toThresholdMarks(axis!, createValueAxis({ low: 0, high: 100 }, axis!, { max: 100 }, 'UTC'), 'dark')
    }
    expect(marksOf('dashed+area')).toMatchObject({
      bands: [
        { from: 0, to: 0.5 },
        { from: 0.5, to: 1 },
      ],
      lines: [{ at: 0.5, isDashed: true }],
    })
    expect([marksOf('line').bands, marksOf('line').lines[0]?.isDashed, marksOf('off').lines]).toEqual([[], false, []])
  })
})
