import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { rowsToFields } from './rows-to-fields.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const servers = defineTable({
  Name: text(),
  Value: number({ unit: 'bytes' }),
  Max: number(),
  Unit: text(),
  zone: text(),
}).fromRows([
  { Name: 'ServerA', Value: 10, Max: 100, Unit: null, zone: 'eu' },
  { Name: 'ServerB', Value: null, Max: 200, Unit: 's', zone: 'us' },
  { Name: null, Value: 30, Max: 300, Unit: null, zone: 'us' },
])
const made = (options: object = {}) => applyTo(rowsToFields, [servers], options).frames[0]!

describe('rowsToFields', () => {
  copesWithOddFrames(rowsToFields)
  copesWithOddFrames(rowsToFields, {
    name: 'time',
    value: 'host',
    labels: ['host'],
    settings: [{ field: 'value', role: 'min' }],
  })

  it('makes a field of each row, with what the row says of it', () => {
    const frame = made()
    expect(cellsOf(frame)).toEqual([
      ['ServerA', [10]],
      ['ServerB', [null]],
    ])
    expect(Array.from(frame.fields.values(), ({ meta }) => meta)).toEqual([
      { unit: 'bytes', config: { max: 100 } },
      { unit: 's', config: { max: 200 } },
    ])
  })

  it('takes other fields for names, values and settings', () => {
    const frame = made({ name: 'zone', value: 'max', labels: ['name'], settings: [{ field: 'value', role: 'min' }] })
    expect(cellsOf(frame)).toEqual([
      ['eu {Name="ServerA"}', [100]],
      ['us {Name="ServerB"}', [200]],
      ['us', [300]],
    ])
    expect(Array.from(frame.fields.values(), ({ meta }) => meta.config?.['min'])).toEqual([10, undefined, 30])
    expect(cellsOf(made({ name: 'zone' }))!.map(([name]) => name)).toEqual(['eu', 'us', 'us (2)'])
  })

  it('makes fields of the points of series', () => {
    const series = new SeriesBuilder().add({ host: 'a' }, [0], [1]).add({ host: 'b' }, [0], [2]).build()
    expect(cellsOf(applyTo(rowsToFields, [series]).frames[0])).toEqual([
      ['a', [1]],
      ['b', [2]],
    ])
  })

  it('leaves frames without names or values, and says so, as it does of what cannot be used', () => {
    const numbers = defineTable({ n: number() }).fromRows([{ n: 1 }])
    const { frames, notices } = applyTo(rowsToFields, [numbers])
    expect(frames[0]).toBe(numbers)
    expect(notices[0]!.text).toBe('Rows do not become fields: there is no field of names.')
    const odd = applyTo(rowsToFields, [servers], { settings: [{ field: 'zone', role: 'min' }] })
    expect(odd.notices[0]!.text).toBe('"eu" cannot be used as min and is passed over.')
  })
})
