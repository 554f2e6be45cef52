import { boolean, defineTable, number, SeriesBuilder, text, type Frame } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

type Cells = Readonly<Record<string, readonly (string | number | null)[]>>
const table = (refId: string, cells: Cells): Frame => {
  const specs = Object.entries(cells).map(([name]) => [name, name === 'job' ? text() : number()] as const)
  const rows = Object.values(cells)[0]!.map((_, r) =>
    Object.fromEntries(Object.entries(cells).map(([name, own]) => [name, own[r]])),
  )
  return defineTable(Object.fromEntries(specs)).fromRows(rows as never, { refId })
}
const merged = (...frames: readonly Frame[]) => cellsOf(applyTo(merge, frames).frames[0])

describe('merge', () => {
  copesWithOddFrames(merge)

  it.each<[string, readonly Cells[], Cells]>([
    [
      'rows that are equal in the fields that all have',
      [
        { job: ['x', 'y'], v: [1, 2] },
        { job: ['x', 'y', 'z'], w: [3, 4, 5] },
      ],
      { job: ['x', 'y', 'z'], v: [1, 2, null], w: [3, 4, 5] },
    ],
    [
      'no rows that differ in another field',
      [
        { job: ['x'], v: [1] },
        { job: ['x'], v: [9] },
        { job: ['x'], w: [5] },
      ],
      { job: ['x', 'x'], v: [1, 9], w: [5, 5] },
    ],
    [
      'a row with every row before it that fits, once',
      [
        { job: ['x', 'x', 'y'], v: [1, 2, 3] },
        { job: ['x', 'x', 'x'], w: [3, 4, 5] },
      ],
      { job: ['x', 'x', 'y', 'x', 'x'], v: [1, 2, 3, null, null], w: [3, 3, null, 4, 5] },
    ],
    [
      'equal rows',
      [
        { job: ['x', 'x'], v: [1, 1] },
        { job: ['x'], v: [1] },
      ],
      { job: ['x'], v: [1] },
    ],
    [
      'rows without a key',
      [
        { job: ['x', null], v: [1, 2] },
        { job: [null, null], w: [3, 4] },
      ],
      { job: ['x', null, null], v: [1, 2, null], w: [null, 3, 4] },
    ],
  ])('puts together %s', (_, tables, expected) => {
    expect(merged(...tables.map((cells, i) => table('ABC'[i]!, cells)))).toEqual(Object.entries(expected))
  })

  it('takes the points of series as rows', () => {
    const series = (refId: string, value: number) =>
      new SeriesBuilder({ refId, fields: { [refId]: number() } }).add({ host: 'a' }, [1, 2], [value, value + 1]).build()
    expect(merged(series('cpu', 1), series('mem', 5))).toEqual(
      Object.entries({ host: ['a', 'a'], time: [1, 2], cpu: [1, 2], mem: [5, 6] }),
    )
  })

  it('leaves frames without a field in common as they are', () => {
    const frames = [table('A', { v: [1] }), table('B', { job: ['x'] })]
    expect(applyTo(merge, frames).frames).toEqual(frames)
  })

  it('makes text of a field that is of several kinds', () => {
    const flags = defineTable({ job: text(), v: boolean() }).fromRows([{ job: 'y', v: true }])
    expect(merged(table('A', { job: ['x'], v: [1] }), flags)).toEqual(
      Object.entries({ job: ['x', 'y'], v: ['1', 'true'] }),
    )
  })

  it('puts rows together as comparing each with each does', () => {
    const rows = (name: string) =>
      fc.array(fc.record({ job: fc.constantFrom('x', 'y'), [name]: fc.nat(2), both: fc.nat(1) }), {
        minLength: 1,
        maxLength: 6,
      })
    const cellsBy = (given: readonly Record<string, unknown>[]) =>
      Object.fromEntries(Object.keys(given[0]!).map((name) => [name, given.map((row) => row[name])])) as Cells
    fc.assert(
      fc.property(rows('u'), rows('v'), rows('u'), (...given) => {
        const made: Record<string, unknown>[] = []
        for (const frame of given) {
          const before = new Set(made)
          for (const row of frame) {
            const fits = (other: Record<string, unknown>) =>
              Object.keys(row).every((name) => other[name] === undefined || other[name] === row[name as never])
            const partners = made.filter((other) => (before.has(other) ? fits(other) : isSame(other, row)))
            if (partners.length === 0) made.push({ ...row })
            for (const partner of partners) Object.assign(partner, row)
          }
        }
        const [a, b, c] = given.map((frame, i) => table('ABC'[i]!, cellsBy(frame)))
        expect(merged(a!, b!, c!)).toEqual(
          ['job', 'u', 'both', 'v'].map((name) => [name, made.map((row) => row[name] ?? null)]),
        )
      }),
    )
  })
})

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)
