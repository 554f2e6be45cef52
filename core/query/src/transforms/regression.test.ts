import * as fc from 'fast-check'
import { defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { fitPolynomial } from './polynomial-fit.ts'
import { regression } from './regression.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

describe('regression', () => {
  copesWithOddFrames(regression)
  copesWithOddFrames(regression, { model: 'polynomial', degree: 10, ahead: 1 })
  copesWithOddFrames(regression, { x: 'count', y: 'value' })

  it('adds the line of each series, with its labels', () => {
    const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }) } })
    builder.add({ __name__: 'm', host: 'a' }, [0, 1000, 2000], [1, 3, 5]).add({ host: 'b' }, [], [])
    const input = builder.build()
    const { frames, notices } = applyTo(regression, [input], { points: 3, ahead: 1 })
    expect(notices).toEqual([])
    expect(frames[0]).toBe(input)
    const line = frames[1]!
    expect(line.meta).toEqual({ refId: 'A', name: 'Linear regression' })
    expect(line.kind === 'series' && Array.from(line, (one) => [one.labels, [...one.time], [...one.values]])).toEqual([
      [{ host: 'a' }, [0, 2000, 4000], [1, 5, 9].map((value) => expect.closeTo(value, 9) as number)],
    ])
    expect(line.fields.get('value predicted')!.meta).toEqual({ unit: 's' })
  })

  it('adds the curve of two fields of a table', () => {
    const table = defineTable({ name: text(), size: number(), cost: number() }).fromRows(
      [-2, -1, 0, 1, 2].map((size) => ({ name: 'x', size, cost: size ** 2 + 1 })),
    )
    const line = applyTo(regression, [table], { model: 'polynomial', points: 5 }).frames[1]!
    expect([...line.fields.keys()]).toEqual(['size', 'cost predicted'])
    const cells = Array.from({ length: line.length }, (_, i) => line.fields.get('cost predicted')!.at(i))
    expect(cells).toEqual([5, 2, 1, 2, 5].map((value) => expect.closeTo(value, 9) as number))
  })

  it('goes along the times where there are some', () => {
    const table = defineTable({ n: number(), at: time() }).fromRows([
      { n: 1, at: 10 },
      { n: 2, at: 20 },
    ])
    const line = applyTo(regression, [table], { points: 2 }).frames[1]!
    expect([...line.fields.keys()]).toEqual(['at', 'n predicted'])
    expect(line.fields.get('at')!.kind).toBe('time')
  })

  it('says which field is not there', () => {
    const table = defineTable({ n: number() }).fromRows([{ n: 1 }])
    const { frames, notices } = applyTo(regression, [table], { y: 'm' })
    expect(frames).toEqual([table])
    expect(notices.map(({ text: said }) => said)).toEqual([
      'Field "m" is not there, or holds no numbers: there is no line.',
    ])
  })

  const coefficient = fc.integer({ min: -9, max: 9 })

  it('finds the polynomial that points lie on, at times of today', () => {
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 1, maxLength: 5 }), (coefficients) => {
        const polynomial = (u: number) => coefficients.reduceRight((sum, one) => sum * u + one, 0)
        const start = 1_700_000_000_000
        const x = Float64Array.from({ length: 50 }, (_, k) => start + k * 15_000)
        const toUnit = (at: number) => (at - start) / (49 * 15_000)
        const y = x.map((at) => polynomial(toUnit(at)))
        const curve = fitPolynomial(x, y, coefficients.length - 1)!
        for (const at of x) expect(curve(at)).toBeCloseTo(polynomial(toUnit(at)), 7)
      }),
    )
  })

  it('lies nearer to the values than any line beside it', () => {
    const value = fc.double({ noNaN: true, min: -100, max: 100 })
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 30 }),
        coefficient,
        coefficient,
        (values, slope, offset) => {
          const x = Float64Array.from(values.keys())
          const y = Float64Array.from(values)
          const curve = fitPolynomial(x, y, 1)!
          const error = (of: (at: number) => number) => y.reduce((sum, one, k) => sum + (one - of(x[k]!)) ** 2, 0)
          const beside = error((at) => curve(at) + (slope * at + offset) / 100)
          expect(error(curve)).toBeLessThanOrEqual(beside + 1e-6)
        },
      ),
    )
  })

  it('lowers the degree where there are too few places', () => {
    const curve = fitPolynomial(Float64Array.of(1, 1, 2), Float64Array.of(0, 2, 5), 9)!
    expect([curve(1), curve(2)]).toEqual([expect.closeTo(1, 9), expect.closeTo(5, 9)])
    expect(fitPolynomial(Float64Array.of(1), Float64Array.of(NaN), 1)).toBeUndefined()
  })
})
