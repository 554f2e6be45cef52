import { defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { filterFieldsByName } from './filter-fields-by-name.ts'
import { applyTo, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ time: time(), name: text(), value: number() }).fromRows([{ time: 1, name: 'a', value: 2 }])
const builder = new SeriesBuilder()
for (const host of ['a', 'b', 'c']) builder.add({ host }, [0, 1000], [1, 2])
const series = builder.build()
const columnsOf = (options: object) =>
  applyTo(filterFieldsByName, [table], options).frames.map((frame) => [...frame.fields.keys()])

describe('filterFieldsByName', () => {
  copesWithOddFrames(filterFieldsByName)
  copesWithOddFrames(filterFieldsByName, { names: ['value'], pattern: 'h.*' })
  copesWithOddFrames(filterFieldsByName, { names: ['value'], exclude: true })

  it('keeps columns by name, by pattern and by a text, in any case, or all but these', () => {
    expect(columnsOf({ names: ['Value', 'time'] })).toEqual([['time', 'value']])
    expect(columnsOf({ names: ['value'], pattern: 'na.*' })).toEqual([['name', 'value']])
    expect(columnsOf({ list: 'value, name' })).toEqual([['name', 'value']])
    expect(columnsOf({ list: '{value,name}', exclude: true })).toEqual([['time']])
    expect(columnsOf({ pattern: '/^V/i', exclude: true })).toEqual([['time', 'name']])
    expect(applyTo(filterFieldsByName, [table]).frames).toEqual([table])
  })

  it('leaves out frames that keep no field, and says which name is nowhere', () => {
    const { frames, notices } = applyTo(filterFieldsByName, [table], { names: ['nope'] })
    expect(frames).toEqual([])
    expect(notices).toEqual([{ severity: 'warning', text: 'There is no field "nope".' }])
  })

  it('keeps series with their times and under their names', () => {
    const { frames, notices } = applyTo(filterFieldsByName, [series], { names: ['b'] })
    expect(namesOf(frames)).toEqual(['b'])
    const frame = frames[0]!
    expect(frame.kind === 'series' && [...frame.timesAt(0)]).toEqual([0, 1000])
    expect(notices).toEqual([])
    expect(namesOf(applyTo(filterFieldsByName, [series], { pattern: 'a|b', exclude: true }).frames)).toEqual(['c'])
  })
})
