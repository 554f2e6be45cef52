import { defineTable, number, SeriesBuilder, text, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { configFromData } from './config-from-data.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const config = (row: { max: number; unit: string; threshold1: number }) =>
  defineTable({ max: number(), unit: text(), threshold1: number() }).fromRows([row], { refId: 'C' })

const data = () => {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ config: { min: 0 } }) } })
  builder.add({ host: 'a' }, [0], [1]).add({ host: 'b' }, [0], [2])
  return builder.build()
}
const table = defineTable({ name: text(), size: number(), cost: number() }).fromRows(
  [{ name: 'x', size: 1, cost: 2 }],
  {
    refId: 'B',
  },
)
const metaOf = (frame: Frame | undefined) =>
  Object.fromEntries(Array.from(frame!.fields, ([name, { meta }]) => [name, meta]))

describe('configFromData', () => {
  copesWithOddFrames(configFromData)
  copesWithOddFrames(configFromData, {
    query: 'A',
    fields: [
      { field: 'value', role: 'max' },
      { field: 'host', role: 'mappingValue' },
      { field: 'host', role: 'color', reducer: 'uniqueValues' },
    ],
    applyTo: ['value', 'a'],
  })

  it('takes what fields are called, for all numbers', () => {
    const said = config({ max: 9, unit: 'bytes', threshold1: 5 })
    const { frames, notices } = applyTo(configFromData, [data(), said, table], { query: 'C' })
    expect(notices).toEqual([])
    const thresholds = {
      mode: 'absolute',
      steps: [{ color: 'green' }, { value: 5, color: 'orange' }],
    }
    expect(frames.map(metaOf)).toEqual([
      { value: { unit: 'bytes', config: { min: 0, max: 9, thresholds } } },
      {
        name: {},
        size: { unit: 'bytes', config: { max: 9, thresholds } },
        cost: { unit: 'bytes', config: { max: 9, thresholds } },
      },
    ])
  })

  it('takes chosen fields, for those that are named', () => {
    const said = defineTable({ level: number(), label: text() }).fromRows(
      [
        { level: 1, label: 'low' },
        { level: 2, label: 'high' },
      ],
      { refId: 'C' },
    )
    const fields = [
      { field: 'level', role: 'min', reducer: 'sum' },
      { field: 'level', role: 'mappingValue' },
      { field: 'label', role: 'mappingText' },
      { field: 'label', role: 'displayName', reducer: 'firstNotNull' },
    ]
    const { frames } = applyTo(configFromData, [said, table], { query: 'C', fields, applyTo: ['Size'] })
    expect(frames.map(metaOf)).toEqual([
      {
        name: {},
        size: {
          displayName: 'low',
          config: {
            min: 3,
            mappings: [
              { type: 'value', value: '1', text: 'low' },
              { type: 'value', value: '2', text: 'high' },
            ],
          },
        },
        cost: {},
      },
    ])
  })

  it('gives a series that is named a frame of its own', () => {
    const said = config({ max: 9, unit: 's', threshold1: NaN })
    const { frames, notices } = applyTo(configFromData, [said, data()], { query: 'C', applyTo: ['b', 'c'] })
    expect(frames.map((frame) => frame.kind === 'series' && [frame.at(0).labels, frame.at(0).meta()])).toEqual([
      [{ host: 'a' }, { config: { min: 0 } }],
      [{ host: 'b' }, { unit: 's', config: { min: 0, max: 9 } }],
    ])
    expect(notices.map((notice) => notice.text)).toEqual(['Field or series "c" is not there.'])
  })

  it('says what it cannot use', () => {
    const said = defineTable({ max: text(), color: text() }).fromRows([{ max: 'x', color: 'no colour' }], {
      refId: 'C',
    })
    const { frames, notices } = applyTo(configFromData, [said, table], { query: 'C' })
    expect(frames.map(metaOf)).toEqual([{ name: {}, size: {}, cost: {} }])
    expect(notices.map((notice) => notice.text)).toEqual([
      '"x" cannot be used as max and is passed over.',
      '"no colour" cannot be used as color and is passed over.',
    ])
    expect(applyTo(configFromData, [table], { query: 'X' }).notices.map((notice) => notice.text)).toEqual([
      'Query "X" is not there: nothing is said.',
    ])
  })
})
