import { boolean, defineTable, number, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { partitionByValues } from './partition-by-values.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ time: time(), host: text(), value: number(), up: boolean() }).fromRows(
  [
    { time: 1, host: 'b', value: 1, up: true },
    { time: 2, host: 'a', value: 2, up: true },
    { time: 3, host: 'b', value: 3, up: false },
    { time: 4, host: null, value: 4, up: true },
  ],
  { refId: 'A', name: 'hosts' },
)
const partition = (options: object) =>
  applyTo(partitionByValues, [table], options).frames.map((frame) => [frame.meta.name, cellsOf(frame)])

describe('partitionByValues', () => {
  copesWithOddFrames(partitionByValues)
  copesWithOddFrames(partitionByValues, { fields: ['host', 'value', 'more'], keepFields: true, append: true })
  copesWithOddFrames(partitionByValues, { fields: ['host', 'up'], result: 'series' })

  it('makes a frame of each value, called after it', () => {
    expect(partition({ fields: ['host'] })).toEqual([
      ['b', Object.entries({ time: [1, 3], value: [1, 3], up: [true, false] })],
      ['a', Object.entries({ time: [2], value: [2], up: [true] })],
      ['null', Object.entries({ time: [4], value: [4], up: [true] })],
    ])
  })

  it('keeps the fields, and calls frames by names and values, where that is wanted', () => {
    const made = partition({ fields: ['host', 'up'], keepFields: true, naming: 'pairs', append: true })
    expect(made.map(([name]) => name)).toEqual([
      'hosts host=b up=true',
      'hosts host=a up=true',
      'hosts host=b up=false',
      'hosts host=null up=true',
    ])
    expect(made[2]).toEqual([
      'hosts host=b up=false',
      Object.entries({ time: [3], host: ['b'], value: [3], up: [false] }),
    ])
  })

  it('makes series with labels', () => {
    const { frames } = applyTo(partitionByValues, [table.with({ meta: {} })], { fields: ['host'], result: 'series' })
    expect([frames.length, frames[0]!.kind, frames[0]!.length]).toEqual([1, 'series', 3])
    const { frames: two } = applyTo(partitionByValues, [table], { fields: ['up'], result: 'series' })
    expect(two.map((frame) => frame.kind === 'series' && Array.from(frame, ({ labels }) => labels))).toEqual([
      [{ up: 'true' }, { up: 'false' }],
    ])
    expect(namesOf(two)).toEqual(['true', 'false'])
  })

  it('leaves a frame that cannot become series, and says so', () => {
    const texts = defineTable({ host: text() }).fromRows([{ host: 'a' }])
    const { frames, notices } = applyTo(partitionByValues, [texts], { fields: ['host'], result: 'series' })
    expect(frames).toEqual([texts])
    expect(notices[0]!.text).toBe('A frame without times or numbers cannot become series, and stays as it is.')
  })

  it('makes a limited number of frames', () => {
    const many = defineTable({ n: number() }).fromColumns({ n: Float64Array.from({ length: 1500 }, (_, n) => n) })
    const { frames, notices } = applyTo(partitionByValues, [many], { fields: ['n'] })
    expect([frames.length, notices[0]!.text]).toEqual([1000, '500 of 1500 groups are left out.'])
  })
})
