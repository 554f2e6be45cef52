import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { expect, it } from 'vitest'
import { frameName, frameSchema } from './frame-schema.ts'

it('says what a table is, without its values', () => {
  const table = defineTable({ name: text(), size: number({ unit: 'bytes' }) }).fromRows([{ name: 'a', size: 1 }], {
    refId: 'A',
    meta: { set: 1 },
  })
  expect(frameSchema(table)).toEqual({
    kind: 'table',
    refId: 'A',
    rows: 1,
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'size', kind: 'number', unit: 'bytes' },
    ],
    meta: { set: 1 },
  })
  expect(frameName(table)).toBe('A · table')
})

it('says what series are', () => {
  const series = new SeriesBuilder({ step: 1000 }).add({ job: 'api' }, [0, 1000], [1, 2]).build()
  expect(frameSchema(series)).toMatchObject({ kind: 'series', series: 1, points: 2, step: 1000, labels: ['job'] })
})
