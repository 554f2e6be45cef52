import { boolean, defineTable, json, nanos, number, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { filterByValue } from './filter-by-value.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({
  row: number(),
  w: number(),
  name: text(),
  at: time(),
  up: boolean(),
  more: json(),
}).fromRows([
  { row: 0, w: NaN, name: 'b', at: Date.UTC(2024, 0, 1), up: true, more: { a: 1 } },
  { row: 1, w: 5, name: null, at: Date.UTC(2024, 0, 2), up: null, more: null },
  { row: 2, w: -1, name: 'Aa', at: null, up: false, more: 'x' },
  { row: 3, w: null, name: '7', at: Date.UTC(2024, 0, 3), up: true, more: [] },
])
const rowsOf = (...conditions: object[]) => rowsWith({ conditions })
const rowsWith = (options: object) =>
  cellsOf(applyTo(filterByValue, [table], options).frames[0])!.find(([name]) => name === 'row')![1]
const pointsOf = (frame: Frame | undefined) =>
  frame?.kind === 'series' ? Array.from(frame, ({ time: times, values }) => [[...times], [...values]]) : undefined

describe('filterByValue', () => {
  copesWithOddFrames(filterByValue)
  copesWithOddFrames(filterByValue, { conditions: [{ type: 'greater', field: 'value', value: '1' }] })
  copesWithOddFrames(filterByValue, {
    match: 'all',
    exclude: true,
    conditions: [
      { type: 'regex', field: 'host', pattern: 'a' },
      { type: 'lower', field: 'time', value: '1970-01-01 00:00:01' },
      { type: 'notSubstring', field: 'more', text: 'A' },
    ],
  })

  it.each([
    [{ type: 'isNull', field: 'w' }, [3]],
    [{ type: 'isNotNull', field: 'w' }, [0, 1, 2]],
    [{ type: 'greater', field: 'w', value: '-1' }, [1]],
    [{ type: 'greaterOrEqual', field: 'W', value: ' -1 ' }, [1, 2]],
    [{ type: 'lower', field: 'w', value: '5' }, [2]],
    [{ type: 'lowerOrEqual', field: 'w', value: '5.0' }, [1, 2]],
    [{ type: 'equal', field: 'w', value: '5' }, [1]],
    [{ type: 'notEqual', field: 'w', value: '5' }, [0, 2, 3]],
    [{ type: 'between', field: 'w', from: '-1', to: '5' }, []],
    [{ type: 'between', field: 'w', from: '-1.1', to: '5.1' }, [1, 2]],
    [{ type: 'regex', field: 'w', pattern: '^5' }, [1]],
    [{ type: 'regex', field: 'name', pattern: '^.$' }, [0, 3]],
    [{ type: 'regex', field: 'name', pattern: '/^a/i' }, [2]],
    [{ type: 'substring', field: 'name', text: 'A' }, [2]],
    [{ type: 'notSubstring', field: 'name', text: 'a' }, [0, 3]],
    [{ type: 'equal', field: 'name', value: 'b' }, [0]],
    [{ type: 'notEqual', field: 'name', value: 'b' }, [1, 2, 3]],
    [{ type: 'greater', field: 'name', value: '6' }, [3]],
    [{ type: 'greater', field: 'at', value: '2024-01-01' }, [1, 3]],
    [{ type: 'equal', field: 'at', value: String(Date.UTC(2024, 0, 2)) }, [1]],
    [{ type: 'equal', field: 'up', value: 'true' }, [0, 3]],
    [{ type: 'substring', field: 'more', text: '"A"' }, [0]],
  ])('keeps the rows that fit %j', (condition, expected) => {
    expect(rowsOf(condition)).toEqual(expected)
  })

  it('keeps rows that fit any condition, or all, or the others', () => {
    const conditions = [
      { type: 'isNull', field: 'w' },
      { type: 'equal', field: 'up', value: 'true' },
    ]
    expect(rowsWith({ conditions })).toEqual([0, 3])
    expect(rowsWith({ conditions, match: 'all' })).toEqual([3])
    expect(rowsWith({ conditions, exclude: true })).toEqual([1, 2])
  })

  it('compares exact times by the zone', () => {
    const exact = defineTable({ t: nanos() }).fromRows([{ t: 1_704_063_600_000_000_000n }, { t: null }])
    const condition = { type: 'equal', field: 't', value: '2024-01-01 00:00' }
    const kept = (timeZone: string) =>
      applyTo(filterByValue, [exact], { conditions: [condition] }, { timeZone }).frames[0]!
    expect(kept('Europe/Berlin').length).toBe(1)
    expect(kept('UTC').length).toBe(0)
  })

  it('passes over what a frame lacks, and says which field is nowhere', () => {
    const conditions = [{ type: 'isNull', field: 'nope' }]
    const { frames, notices } = applyTo(filterByValue, [table], { conditions, match: 'all' })
    expect(frames[0]).toBe(table)
    expect(notices[0]!.text).toBe('There is no field "nope": its conditions do not count.')
  })

  it('says what cannot be compared', () => {
    const { frames, notices } = applyTo(filterByValue, [table], {
      conditions: [{ type: 'lower', field: 'w', value: 'much' }],
    })
    expect(frames[0]!.length).toBe(0)
    expect(notices[0]!.text).toBe('Field "w" is compared with what is no number and no time: nothing fits.')
  })

  const builder = new SeriesBuilder()
  builder.add({ host: 'a' }, [0, 1000, 2000], [1, null, 3])
  builder.add({ host: 'b' }, [0, 1000, 2000], [1, 1, 1])
  builder.add({ host: 'c' }, [], [])
  const series = builder.build()
  const filtered = (...conditions: object[]) => applyTo(filterByValue, [series], { conditions, match: 'all' }).frames[0]

  it('takes points from series, and leaves out series that lose all', () => {
    const made = filtered({ type: 'greater', field: 'Value', value: '2' })
    expect(pointsOf(made)).toEqual([
      [[2000], [3]],
      [[], []],
    ])
    expect(namesOf([made!])).toEqual(['a', 'c'])
    const early = filtered({ type: 'lower', field: 'time', value: '1970-01-01T00:00:01Z' })
    expect(pointsOf(early)).toEqual([
      [[0], [1]],
      [[0], [1]],
      [[], []],
    ])
  })

  it('keeps series by their labels, on their grid', () => {
    const made = filtered({ type: 'notEqual', field: 'host', value: 'a' })
    expect(pointsOf(made)).toEqual([
      [
        [0, 1000, 2000],
        [1, 1, 1],
      ],
      [[], []],
    ])
    expect(made!.kind === 'series' && made!.step).toBe(1000)
  })

  it('asks one series by its name, and leaves the others', () => {
    const made = filtered({ type: 'isNotNull', field: 'a' })
    expect(pointsOf(made)).toEqual([
      [
        [0, 2000],
        [1, 3],
      ],
      [
        [0, 1000, 2000],
        [1, 1, 1],
      ],
      [[], []],
    ])
  })
})
