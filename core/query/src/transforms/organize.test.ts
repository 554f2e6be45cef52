import { defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { organize } from './organize.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ w: number(), time: time(), b: text(), a: text() }).fromRows([
  { w: 1, time: 2, b: 'x', a: 'y' },
])
const builder = new SeriesBuilder()
for (const [host, zone] of [
  ['b', '2'],
  ['a', '10'],
  ['c', undefined],
] as const)
  builder.add({ host, ...(zone && { zone }) }, [0], [1], { displayName: '{{host}}' })
const series = builder.build()
const columnsOf = (options: object) => cellsOf(applyTo(organize, [table], options).frames[0])!.map(([name]) => name)
const seriesOf = (options: object) => namesOf(applyTo(organize, [series], options).frames)

describe('organize', () => {
  copesWithOddFrames(organize)
  copesWithOddFrames(organize, {
    fields: [
      { name: 'value', rename: 'host' },
      { name: 'time', hidden: true },
    ],
  })
  copesWithOddFrames(organize, { sort: 'label', label: 'host', descending: true, hideOthers: true })

  it('puts the listed columns first, renames and hides them', () => {
    const fields = [{ name: 'a' }, { name: 'W', rename: 'Watts' }, { name: 'time', hidden: true }, { name: 'nope' }]
    expect(cellsOf(applyTo(organize, [table], { fields }).frames[0])).toEqual([
      ['a', ['y']],
      ['Watts', [1]],
      ['b', ['x']],
    ])
    expect(columnsOf({ fields, hideOthers: true })).toEqual(['a', 'Watts'])
  })

  it('orders columns by name, times first', () => {
    expect(columnsOf({ sort: 'name' })).toEqual(['time', 'a', 'b', 'w'])
    expect(columnsOf({ sort: 'name', descending: true })).toEqual(['time', 'w', 'b', 'a'])
    expect(columnsOf({ sort: 'label', label: 'a' })).toEqual(['w', 'time', 'b', 'a'])
  })

  it('tells columns apart that would be called the same', () => {
    expect(
      columnsOf({
        fields: [
          { name: 'a', rename: 'x' },
          { name: 'b', rename: 'x' },
        ],
      }),
    ).toEqual(['x', 'x (2)', 'w', 'time'])
  })

  it('orders, hides and renames series by what they are called', () => {
    expect(seriesOf({ fields: [{ name: 'c' }, { name: 'b', rename: 'B' }, { name: 'a', hidden: true }] })).toEqual([
      'c',
      'B',
    ])
    expect(seriesOf({ sort: 'name' })).toEqual(['a', 'b', 'c'])
    expect(seriesOf({ sort: 'label', label: 'zone' })).toEqual(['a', 'b', 'c'])
    expect(seriesOf({ sort: 'label', label: 'zone', descending: true })).toEqual(['b', 'a', 'c'])
  })

  it('leaves out frames whose fields are all hidden, and keeps those that nothing changes', () => {
    expect(applyTo(organize, [table, series], { hideOthers: true }).frames).toEqual([])
    expect(applyTo(organize, [table, series]).frames).toEqual([table, series])
  })
})
