import { boolean, defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupingToMatrix } from './grouping-to-matrix.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const options = { column: 'host', row: 'time', value: 'value' }
const Long = defineTable({ time: time(), host: text(), value: number({ unit: 's' }), up: boolean() })
const long = Long.fromRows([
  { time: 1, host: 'a', value: 1, up: true },
  { time: 2, host: 'b', value: 2, up: true },
  { time: 1, host: 'b', value: 3, up: null },
  { time: 4, host: null, value: 4, up: false },
  { time: 1, host: 'a', value: 9, up: false },
])

describe('groupingToMatrix', () => {
  copesWithOddFrames(groupingToMatrix)
  copesWithOddFrames(groupingToMatrix, options)
  copesWithOddFrames(groupingToMatrix, { column: 'more', row: 'exact', value: 'up', empty: 'false' })
  copesWithOddFrames(groupingToMatrix, { column: 'time', row: 'value', value: 'host', empty: 'emptyText' })

  it('spreads values over rows and columns, in the order in which they are met', () => {
    const { frames } = applyTo(groupingToMatrix, [long], options)
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        'time\\host': [1, 2, 4],
        a: [9, null, null],
        b: [3, 2, null],
        null: [null, null, 4],
      }),
    )
    expect(frames[0]!.kind !== 'series' && frames[0]!.field('b').meta).toEqual({ unit: 's' })
  })

  it.each([
    ['zero', 'value', [3, 2, 0]],
    ['false', 'up', [false, true, false]],
    ['emptyText', 'host', ['b', 'b', '']],
    ['emptyText', 'value', [3, 2, null]],
  ])('fills empty cells with %s', (empty, value, column) => {
    const { frames } = applyTo(groupingToMatrix, [long], { ...options, value, empty })
    expect(new Map(cellsOf(frames[0]) as [string, unknown][]).get('b')).toEqual(column)
  })

  it('takes the points of series as rows', () => {
    const builder = new SeriesBuilder({ fields: { value: number() } })
    builder.add({ host: 'a' }, [0, 1000], [1, 2]).add({ host: 'b' }, [1000], [3])
    const { frames } = applyTo(groupingToMatrix, [builder.build()], { column: 'host' })
    expect(cellsOf(frames[0])).toEqual(Object.entries({ 'time\\host': [0, 1000], a: [1, 2], b: [null, 3] }))
  })

  it('leaves a frame that lacks a field, and says so', () => {
    const { frames, notices } = applyTo(groupingToMatrix, [long], { ...options, column: 'nope' })
    expect(frames[0]).toBe(long)
    expect(notices).toEqual([{ severity: 'warning', text: 'Field "nope" is not there: there is no matrix of it.' }])
  })

  it('leaves out columns beyond its limits', () => {
    const wide = defineTable({ k: number() }).fromColumns({ k: Float64Array.from({ length: 12_000 }, (_, k) => k) })
    const { frames, notices } = applyTo(groupingToMatrix, [wide], { column: 'k', row: 'k', value: 'k' })
    expect(frames[0]!.kind !== 'series' && frames[0]!.fields.size).toBe(1667)
    expect(notices[0]!.text).toBe('10334 of 12000 columns are left out of the matrix.')
  })

  it('holds what a map of the cells holds', () => {
    const row = fc.record({ time: fc.nat({ max: 5 }), host: fc.constantFrom('a', 'b', 'c'), value: fc.nat() })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const cells = new Map(rows.map(({ time, host, value }) => [`${time} ${host}`, value]))
        const times = [...new Set(rows.map(({ time }) => time))]
        const hosts = [...new Set(rows.map(({ host }) => host))]
        const table = Long.fromRows(rows.map((each) => ({ ...each, up: true })))
        expect(cellsOf(applyTo(groupingToMatrix, [table], options).frames[0]!)).toEqual(
          Object.entries({
            'time\\host': times,
            ...Object.fromEntries(hosts.map((host) => [host, times.map((at) => cells.get(`${at} ${host}`) ?? null)])),
          }),
        )
      }),
    )
  })
})
