import { boolean, defineTable, number, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinByField } from './join-by-field.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const cpu = defineTable({ time: time(), value: number({ unit: 's' }), host: text() }).fromRows(
  [
    { time: 1, value: 10, host: 'a' },
    { time: 2, value: 20, host: 'b' },
    { time: 4, value: 40, host: 'a' },
  ],
  { refId: 'A', name: 'cpu' },
)
const up = defineTable({ time: time(), value: number(), up: boolean() }).fromRows(
  [
    { time: 2, value: 200, up: true },
    { time: 3, value: 300, up: false },
    { time: 4, value: 400, up: true },
    { time: 4, value: 401, up: true },
  ],
  { refId: 'B' },
)
const series = (
  refId: string,
  of: Readonly<Record<string, readonly [readonly number[], readonly (number | null)[]]>>,
) => {
  const builder = new SeriesBuilder({ refId, fields: { value: number({ unit: 's' }) } })
  for (const [host, [times, values]] of Object.entries(of)) builder.add({ host, job: 'x' }, times, values)
  return builder.build()
}
const keyed = (refId: string, key: string, value: string, rows: readonly (readonly [string | null, number])[]) =>
  defineTable({ [key]: text(), [value]: number() }).fromRows(
    rows.map(([k, v]) => ({ [key]: k, [value]: v })) as never,
    { refId },
  )
const join = (frames: readonly Frame[], options: object) => applyTo(joinByField, frames, options)
const byK = { keys: [{ field: 'k' }] }

describe('joinByField', () => {
  copesWithOddFrames(joinByField)
  copesWithOddFrames(joinByField, { result: 'series' })
  for (const mode of ['outer', 'outerTabular', 'inner', 'left', 'anti'])
    copesWithOddFrames(joinByField, { mode, keys: [{ field: 'host' }, { field: 'time' }] })
  copesWithOddFrames(joinByField, { mode: 'left', keys: [{ field: 'host', other: 'body', pattern: '(.)' }] })
  copesWithOddFrames(joinByField, { keys: [{ field: 'value' }] })

  it('has a row for each time of all, with the last of several', () => {
    const { frames } = join([cpu, up], { mode: 'outer', keys: [{ field: 'Time' }] })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        time: [1, 2, 3, 4],
        'value cpu': [10, 20, null, 40],
        host: ['a', 'b', null, 'a'],
        'value B': [null, 200, 300, 401],
        up: [null, true, false, true],
      }),
    )
  })

  it('makes a column of each series, called as panels call it', () => {
    const { frames } = join(
      [
        series('A', {
          a: [
            [1, 2, 4],
            [1, 2, 4],
          ],
          b: [
            [2, 3],
            [20, null],
          ],
        }),
      ],
      {},
    )
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ time: [1, 2, 3, 4], a: [1, 2, null, 4], b: [null, 20, null, null] }),
    )
    expect(frames[0]!.kind !== 'series' && frames[0]!.field('a').meta).toEqual({ unit: 's' })
  })

  it('keeps series with the same times, where that is wanted', () => {
    const ragged = series('A', {
      a: [
        [1, 2, 4],
        [1, 2, 4],
      ],
      b: [
        [2, 3],
        [20, 30],
      ],
    })
    const { frames } = join([ragged], { result: 'series' })
    expect(
      Array.from(frames[0] as typeof ragged, ({ labels, time: at, values }) => [labels['host'], [...at], [...values]]),
    ).toEqual([
      ['a', [1, 2, 3, 4], [1, 2, NaN, 4]],
      ['b', [1, 2, 3, 4], [NaN, 20, 30, NaN]],
    ])
    const equal = series('A', {
      a: [
        [1, 2],
        [1, 2],
      ],
      b: [
        [1, 2],
        [3, 4],
      ],
    })
    expect(join([equal], { result: 'series' }).frames[0]).toBe(equal)
    const both = join([equal, series('B', { a: [[5], [6]] })], { result: 'series' }).frames
    expect([both.length, both[0]!.length, namesOf(both)]).toEqual([1, 3, ['a', 'b', 'a (2)']])
  })

  it('joins rows that are in no order, by numbers', () => {
    const [a, b] = [
      [3, 1, 2, null],
      [0, 2],
    ].map((keys, f) =>
      defineTable({ k: number(), v: number() }).fromRows(
        keys.map((k, i) => ({ k, v: i })),
        { refId: 'AB'[f]! },
      ),
    )
    const { frames, notices } = join([a!, b!], byK)
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ k: [0, 1, 2, 3], 'v A': [null, 1, 2, 0], 'v B': [0, null, 1, null] }),
    )
    expect(notices[0]!.text).toBe('1 rows have no k, and are left out of the join.')
  })

  const left = keyed('A', 'k', 'v', [
    ['a', 1],
    [null, 2],
    ['b', 3],
    ['b', 4],
  ])
  const right = keyed('B', 'k', 'w', [
    ['b', 10],
    [null, 20],
    ['c', 30],
    ['b', 40],
  ])

  it.each([
    ['outer', { k: ['a', 'b', 'c'], v: [1, 4, null], w: [null, 40, 30] }],
    ['inner', { k: ['b', 'b', 'b', 'b'], v: [3, 3, 4, 4], w: [10, 40, 10, 40] }],
    ['left', { k: ['a', null, 'b', 'b', 'b', 'b'], v: [1, 2, 3, 3, 4, 4], w: [null, null, 10, 40, 10, 40] }],
    ['anti', { k: ['a', null], v: [1, 2] }],
    [
      'outerTabular',
      {
        k: ['b', 'b', 'b', 'b', 'a', null, null, 'c'],
        v: [3, 3, 4, 4, 1, 2, null, null],
        w: [10, 40, 10, 40, null, null, 20, 30],
      },
    ],
  ])('joins many rows with many: %s', (mode, expected) => {
    expect(cellsOf(join([left, right], { ...byK, mode }).frames[0])).toEqual(Object.entries(expected))
  })

  it('joins by several keys that have other names on the other side', () => {
    const Costs = defineTable({ region: text(), day: number(), cost: number() })
    const Plans = defineTable({ area: text(), day: number(), plan: number() })
    const costs = Costs.fromRows([
      { region: 'eu', day: 1, cost: 5 },
      { region: 'us', day: 1, cost: 6 },
    ])
    const plans = Plans.fromRows([
      { area: 'us', day: 1, plan: 7 },
      { area: 'eu', day: 2, plan: 8 },
    ])
    const keys = [{ field: 'region', other: 'area' }, { field: 'day' }]
    expect(cellsOf(join([costs, plans], { mode: 'left', keys }).frames[0])).toEqual(
      Object.entries({ region: ['eu', 'us'], day: [1, 1], cost: [5, 6], plan: [null, 7] }),
    )
    expect(cellsOf(join([costs, plans], { mode: 'outer', keys }).frames[0])).toEqual(
      Object.entries({ region: ['eu', 'us', 'eu'], day: [1, 1, 2], cost: [5, 6, null], plan: [null, 7, 8] }),
    )
  })

  it('joins by what a pattern finds, and keeps the field of the other frame', () => {
    const nodes = keyed('A', 'node', 'v', [
      ['web-1', 1],
      ['db', 2],
    ])
    const targets = keyed('B', 'instance', 'w', [
      ['web-1:9100', 10],
      ['web-2:9100', 20],
    ])
    const keys = [{ field: 'node', other: 'instance', pattern: '^([^:]+)' }]
    expect(cellsOf(join([nodes, targets], { mode: 'left', keys }).frames[0])).toEqual(
      Object.entries({ node: ['web-1', 'db'], v: [1, 2], instance: ['web-1:9100', null], w: [10, null] }),
    )
    expect(join([nodes, targets], { keys: [{ ...keys[0], pattern: '(' }] })).toMatchObject({
      frames: [nodes, targets],
      notices: [{ text: '"(" is no regular expression, and matches nothing.' }],
    })
  })

  it('joins series with tables by a label', () => {
    const owners = defineTable({ host: text(), owner: text() }).fromRows([{ host: 'a', owner: 'me' }])
    const { frames } = join([series('A', { a: [[1], [1]], b: [[1], [2]] }), owners], {
      mode: 'left',
      keys: [{ field: 'host' }],
    })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ host: ['a', 'b'], job: ['x', 'x'], time: [1, 1], value: [1, 2], owner: ['me', null] }),
    )
  })

  it('compares numbers with text as text', () => {
    const ids = defineTable({ k: number(), n: number() }).fromRows([{ k: 1, n: 5 }])
    expect(
      cellsOf(
        join(
          [
            ids,
            keyed('B', 'k', 'w', [
              ['1', 10],
              ['x', 2],
            ]),
          ],
          { ...byK, mode: 'outerTabular' },
        ).frames[0],
      ),
    ).toEqual(Object.entries({ k: ['1', 'x'], n: [5, null], w: [10, 2] }))
  })

  it('leaves out a frame without the field, and says so; where that leaves none it leaves all', () => {
    const { frames, notices } = join([cpu, up], { keys: [{ field: 'host' }] })
    expect([frames.length, frames[0]!.length]).toEqual([1, 2])
    expect(notices[0]!.text).toBe('Frame "B" has no field "host", and is left out of the join.')
    expect(join([cpu, up], { keys: [{ field: 'nope' }] }).frames).toEqual([cpu, up])
  })

  it('finds the pairs that nested loops find', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.nat(3)), { maxLength: 12 })
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const given = [keyed('A', 'k', 'u', a), keyed('B', 'k', 'v', b), keyed('C', 'k', 'w', c)]
        const inner = a.flatMap(([k, u]) =>
          b.flatMap(([l, v]) => (k !== null && k === l ? c.flatMap(([m, w]) => (m === k ? [[k, u, v, w]] : [])) : [])),
        )
        const orNone = <T>(list: readonly T[]): readonly (T | null)[] => (list.length ? list : [null])
        const withKey = (list: typeof b, k: string | null) =>
          list.flatMap(([l, v]) => (l !== null && l === k ? [v] : []))
        const left = a.flatMap(([k, u]) =>
          orNone(withKey(b, k)).flatMap((v) => orNone(withKey(c, k)).map((w) => [k, u, v, w])),
        )
        const anti = a.flatMap(([k, u]) => (withKey(b, k).length + withKey(c, k).length > 0 ? [] : [[k, u]]))
        const rowsOf = (mode: string) => {
          const columns = cellsOf(join(given, { ...byK, mode }).frames[0])!.map(([, cells]) => cells as unknown[])
          return columns[0]!.map((_, r) => columns.map((cells) => cells[r]))
        }
        expect([rowsOf('inner'), rowsOf('left'), rowsOf('anti')]).toEqual([inner, left, anti])
      }),
    )
  })

  it('has every time once, with the value that a map of each series has', () => {
    const times = fc.uniqueArray(fc.nat(30), { maxLength: 10 }).map((list) => list.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 5 }), (lists) => {
        const frame = series(
          'A',
          Object.fromEntries(lists.map((list, i) => [`h${i}`, [list, list.map((at) => at * 100 + i)] as const])),
        )
        const axis = [...new Set(lists.flat())].toSorted((a, b) => a - b)
        const [time, ...columns] = cellsOf(join([frame], {}).frames[0])!.map(([, cells]) => cells as unknown[])
        // Between regular points there may be times at which none has a value.
        const rows = time!
          .map((at, r) => [at, ...columns.map((cells) => cells[r])])
          .filter((row) => row.slice(1).some((cell) => cell !== null))
        expect(rows).toEqual(
          axis.map((at) => [at, ...lists.map((list, i) => (list.includes(at) ? at * 100 + i : null))]),
        )
      }),
    )
  })
})
