import * as fc from 'fast-check'
import { defineTable, number, reduce, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { calculateField } from './calculate-field.ts'
import { moving, reachOf } from './moving-window.ts'
import { running } from './running-values.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const table = (v: readonly (number | null)[]) =>
  defineTable({ t: time(), name: text(), v: number({ unit: 'bytes' }), w: number({ unit: 'bytes' }) }).fromRows(
    v.map((one, i) => ({ t: i * 1000, name: 'x', v: one, w: one === null ? null : one * 2 })),
  )

const lastOf = (frame: Frame | undefined) => {
  const [name, column] = [...frame!.fields].at(-1)!
  return { name, unit: column.meta.unit, cells: Array.from({ length: column.length }, (_, i) => column.at(i)) }
}

const calculated = (frames: readonly Frame[], calculation: object, options: object = {}) =>
  applyTo(calculateField, frames, { calculation, ...options })

const series = () => {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number() } })
  builder.add({ host: 'a' }, [0, 1000, 2000], [1, 2, 4])
  builder.add({ host: 'b' }, [1000, 2000, 3000], [10, null, 30])
  return builder.build()
}

describe('calculateField', () => {
  copesWithOddFrames(calculateField)
  copesWithOddFrames(calculateField, { calculation: { type: 'reduceRow', reducer: 'p95' }, replaceFields: true })
  copesWithOddFrames(calculateField, {
    calculation: { type: 'binary', left: { type: 'each' }, operator: '/', right: { type: 'field', field: 'value' } },
  })
  copesWithOddFrames(calculateField, { calculation: { type: 'unary', operator: 'percent' }, alias: 'time' })
  copesWithOddFrames(calculateField, { calculation: { type: 'window', reducer: 'stdDev' }, replaceFields: true })
  copesWithOddFrames(calculateField, { calculation: { type: 'cumulative' }, alias: 'value' })
  copesWithOddFrames(calculateField, { calculation: { type: 'index', asShare: true } })

  it('calculates each row, under the name of the calculation or an alias', () => {
    const rows = [table([5, null, 9])]
    expect(lastOf(calculated(rows, { type: 'reduceRow' }).frames[0])).toEqual({
      name: 'Total',
      unit: 'bytes',
      cells: [15, NaN, 27],
    })
    expect(lastOf(calculated(rows, { type: 'reduceRow', reducer: 'lastNotNull', fields: ['v'] }).frames[0])).toEqual({
      name: 'Last *',
      unit: 'bytes',
      cells: [5, NaN, 9],
    })
    const [made] = calculated(rows, { type: 'reduceRow', reducer: 'mean' }, { alias: 'X', replaceFields: true }).frames
    expect([...made!.fields.keys()]).toEqual(['t', 'X'])
    expect(lastOf(made).cells).toEqual([7.5, NaN, 13.5])
  })

  it('calculates two fields, a field and a number, and each field', () => {
    const field = (name: string) => ({ type: 'field', field: name })
    const rows = [table([5, null, 9])]
    expect(
      lastOf(calculated(rows, { type: 'binary', left: field('v'), operator: '/', right: field('w') }).frames[0]),
    ).toEqual({
      name: 'v / w',
      unit: undefined,
      cells: [0.5, NaN, 0.5],
    })
    const left = { type: 'number', value: 100 }
    expect(lastOf(calculated(rows, { type: 'binary', left, operator: '-', right: field('v') }).frames[0])).toEqual({
      name: '100 - v',
      unit: 'bytes',
      cells: [95, NaN, 91],
    })
    const each = { type: 'binary', left: { type: 'each' }, operator: '*', right: { type: 'number', value: 10 } }
    const [made] = calculated(rows, each).frames
    expect([...made!.fields.keys()]).toEqual(['t', 'name', 'v', 'w', 'v * 10', 'w * 10'])
  })

  it('calculates one field, and leaves gaps as they are', () => {
    const rows = [table([1.5, -2.5, null])]
    const unary = (operator: string) => lastOf(calculated(rows, { type: 'unary', operator, field: 'v' }).frames[0])
    expect(unary('abs')).toEqual({ name: 'abs(v)', unit: 'bytes', cells: [1.5, 2.5, NaN] })
    expect(unary('round').cells).toEqual([2, -2, NaN])
    expect(unary('percent')).toEqual({ name: 'percent(v)', unit: 'percentunit', cells: [-1.5, 2.5, NaN] })
  })

  it('calculates up to each row and in windows', () => {
    const rows = [table([5, 3, null, 9, 1])]
    const of = (calculation: object) => lastOf(calculated(rows, { field: 'v', ...calculation }).frames[0])
    expect(of({ type: 'cumulative', reducer: 'sum' })).toEqual({
      name: 'cumulative sum(v)',
      unit: 'bytes',
      cells: [5, 8, 8, 17, 18],
    })
    expect(of({ type: 'cumulative', reducer: 'mean' }).cells).toEqual([5, 4, 4, 17 / 3, 4.5])
    const size = { type: 'count', count: 3 }
    expect(of({ type: 'window', size })).toEqual({
      name: 'trailing moving mean(v)',
      unit: 'bytes',
      cells: [5, 4, 4, 6, 5],
    })
    expect(of({ type: 'window', alignment: 'centered', size }).cells).toEqual([4, 4, 6, 5, 5])
    expect(of({ type: 'window', reducer: 'variance', size }).cells).toEqual([0, 1, 1, 9, 16])
    // A tenth of five rows is one.
    expect(of({ type: 'window' }).cells).toEqual([5, 3, NaN, 9, 1])
  })

  it('numbers rows', () => {
    const rows = [table([5, 3])]
    expect(lastOf(calculated(rows, { type: 'index' }).frames[0])).toEqual({
      name: 'Row',
      unit: undefined,
      cells: [0, 1],
    })
    expect(lastOf(calculated(rows, { type: 'index', asShare: true }).frames[0]).cells).toEqual([0, 0.5])
  })

  it('gives all series of a frame a field more', () => {
    const [made, ...others] = calculated([series()], { type: 'cumulative', field: 'Value' }).frames
    expect(others).toEqual([])
    expect([...made!.fields.keys()]).toEqual(['value', 'cumulative sum(value)'])
    expect(lastOf(made).cells).toEqual([1, 3, 7, 10, 10, 40])
  })

  it('calculates with single series, at the times of the left one', () => {
    const operands = { left: { type: 'field', field: 'a' }, right: { type: 'field', field: 'b' } }
    const [first, made] = calculated([series()], { type: 'binary', operator: '+', ...operands }).frames
    expect(first!.fields.size).toBe(1)
    expect(lastOf(made)).toMatchObject({ name: 'a + b', cells: [NaN, 12, NaN] })
    const each = { type: 'binary', operator: '/', left: { type: 'each' }, right: { type: 'field', field: 'a' } }
    const [shares] = calculated([series()], each, { alias: 'share', replaceFields: true }).frames
    expect(shares!.length).toBe(2)
    expect(lastOf(shares)).toMatchObject({ name: 'share', cells: [1, 1, 1, 5, NaN, NaN] })
  })

  it('calculates rows of series over all their times', () => {
    const builder = new SeriesBuilder({ refId: 'B', fields: { value: number() } })
    builder.add({ host: 'c' }, [500], [7])
    const made = calculated([series(), builder.build()], { type: 'reduceRow', reducer: 'sum' }).frames.at(-1)!
    expect(made.kind === 'series' && [...made.timesAt(0)]).toEqual([0, 500, 1000, 2000, 3000])
    expect(lastOf(made)).toMatchObject({ name: 'Total', cells: [1, 7, 12, 4, 30] })
    const [only] = calculated([series()], { type: 'reduceRow', reducer: 'count' }, { replaceFields: true }).frames
    expect(lastOf(only)).toMatchObject({ name: 'Count', cells: [1, 2, 1, 1] })
  })

  it('says which field is not there', () => {
    const rows = [table([1])]
    const { frames, notices } = calculated(rows, { type: 'unary', field: 'x' })
    expect(frames).toEqual(rows)
    expect(notices).toEqual([
      { severity: 'warning', text: 'Field "x" is not there, or holds no numbers: nothing is calculated of it.' },
    ])
  })

  const values = fc.array(fc.option(fc.double({ noNaN: true, min: -1000, max: 1000 }).map((one) => one + 0)), {
    maxLength: 40,
  })
  const toNumbers = (cells: readonly (number | null)[]) => Float64Array.from(cells, (one) => one ?? NaN)
  const meanOf = (present: readonly number[]) => present.reduce((sum, one) => sum + one, 0) / present.length

  it('has the percentiles of rows that the reducer has', () => {
    const row = fc.array(
      fc.double({ noNaN: true, min: -1000, max: 1000 }).map((one) => one + 0),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    fc.assert(
      fc.property(row, fc.constantFrom('median', 'p5', 'p95'), (cells, reducer) => {
        const shape = Object.fromEntries(cells.map((_, c) => [`c${c}`, number()]))
        const frame = defineTable(shape).fromRows([Object.fromEntries(cells.map((cell, c) => [`c${c}`, cell]))])
        const made = lastOf(calculated([frame], { type: 'reduceRow', reducer }).frames[0])
        expect(made.cells).toEqual([reduce(reducer as 'median', Float64Array.from(cells))])
      }),
    )
  })

  it('has the windows that a plain search of neighbours finds', () => {
    const alignments = fc.constantFrom('trailing' as const, 'centered' as const)
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), alignments, (cells, size, alignment) => {
        const reach = reachOf(size, alignment)
        const windows = cells.map((_, i) =>
          cells.slice(Math.max(0, i - reach.before), i + reach.after + 1).filter((one) => one !== null),
        )
        const numbers = toNumbers(cells)
        const close = (value: number) => (Number.isNaN(value) ? NaN : expect.closeTo(value, 5))
        expect([...moving('mean', numbers, reach)]).toEqual(windows.map((window) => close(meanOf(window))))
        const variances = windows.map((window) => {
          const mean = meanOf(window)
          return close(meanOf(window.map((one) => (one - mean) ** 2)))
        })
        expect([...moving('variance', numbers, reach)]).toEqual(variances)
      }),
    )
  })

  it('carries what a plain look back finds', () => {
    fc.assert(
      fc.property(values, (cells) => {
        const before = cells.map((_, i) => cells.slice(0, i + 1).filter((one) => one !== null))
        const plain = (of: (present: readonly number[]) => number) =>
          before.map((present) => (present.length === 0 ? NaN : of(present)))
        const numbers = toNumbers(cells)
        expect([...running('sum', numbers)]).toEqual(plain((present) => present.reduce((sum, one) => sum + one, 0)))
        expect([...running('mean', numbers)]).toEqual(plain(meanOf))
        expect([...running('max', numbers)]).toEqual(plain((present) => Math.max(...present)))
      }),
    )
  })
})
