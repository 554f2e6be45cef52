import { defineTable, json, longText, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { extractFields } from './extract-fields.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const linesOf = (...lines: (string | null)[]) =>
  defineTable({ time: time(), line: longText() }).fromRows(lines.map((line, i) => ({ time: i, line })))
const made = (lines: readonly (string | null)[], options: object = {}) =>
  cellsOf(applyTo(extractFields, [linesOf(...lines)], { source: 'line', replace: true, ...options }).frames[0])

describe('extractFields', () => {
  copesWithOddFrames(extractFields)
  for (const format of ['auto', 'json', 'kvp', 'regexp', 'delimiter'])
    for (const source of ['body', 'more', 'host'])
      copesWithOddFrames(extractFields, { source, format, pattern: '(.)', replace: true, keepTime: true })

  it('reads the members of JSON', () => {
    const lines = [
      '{"status":200,"ok":true,"user":{"id":"007"}}',
      'no json',
      null,
      '{"status":404,"tags":["a"],"id":"007"}',
    ]
    expect(made(lines, { format: 'json' })).toEqual([
      ['status', [200, null, null, 404]],
      ['ok', [true, null, null, null]],
      ['user', [{ id: '007' }, null, null, null]],
      ['tags', [null, null, null, ['a']]],
      ['id', [null, null, null, '007']],
    ])
  })

  it('reads what stands at paths', () => {
    const paths = [{ path: 'user.roles[1]', name: 'second' }, { path: '$.a["b.c"]' }, { path: 'user.x.y' }]
    expect(made(['{"user":{"roles":["r","w"]}}', '{"a":{"b.c":1.5}}'], { format: 'json', paths })).toEqual([
      ['second', ['w', null]],
      ['$.a["b.c"]', [null, 1.5]],
    ])
  })

  it('reads pairs, quoted or not', () => {
    expect(
      made(['level=info msg="all is \\"well\\"" took: 1.5', "level=warn,url=http://x/y;msg='a b'"], { format: 'kvp' }),
    ).toEqual([
      ['level', ['info', 'warn']],
      ['msg', ['all is "well"', 'a b']],
      ['took', [1.5, null]],
      ['url', [null, 'http://x/y']],
    ])
  })

  it('reads the groups of a pattern', () => {
    expect(
      made(['GET 200', 'POST', 'put 1'], { format: 'regexp', pattern: '/(?<method>[a-z]+) (?<status>\\d+)/gi' }),
    ).toEqual([
      ['method', ['GET', null, 'put']],
      ['status', [200, null, 1]],
    ])
    expect(made(['a1', 'b2'], { format: 'regexp', pattern: '(\\w)(\\d)' })).toEqual([
      ['1', ['a', 'b']],
      ['2', [1, 2]],
    ])
  })

  it('reads parts between a delimiter, and finds the format out', () => {
    expect(made(['a, b', 'b', ''], { format: 'delimiter' })).toEqual([
      ['a', [1, null, null]],
      ['b', [1, 1, null]],
    ])
    expect(made(['{"a":1}', 'a=2 b=true', 'text'])).toEqual([
      ['a', [1, 2, null]],
      ['b', [null, true, null]],
    ])
  })

  it('keeps the other fields, or the time', () => {
    const frame = defineTable({ at: time(), a: number(), more: json() }).fromRows([{ at: 5, a: 1, more: { a: 'x' } }])
    const names = (options: object) =>
      cellsOf(applyTo(extractFields, [frame], { source: 'More', ...options }).frames[0])!.map(([name]) => name)
    expect(names({})).toEqual(['at', 'a', 'more', 'a (2)'])
    expect(names({ replace: true, keepTime: true })).toEqual(['at', 'a'])
  })

  it('makes rows of series that have the label, and says when nobody has the field', () => {
    const series = new SeriesBuilder().add({ tags: 'x=1' }, [0], [2]).build()
    expect(cellsOf(applyTo(extractFields, [series], { source: 'tags' }).frames[0])!.map(([name]) => name)).toEqual([
      'tags',
      'time',
      'value',
      'x',
    ])
    const numbers = defineTable({ n: number(), t: text() }).fromRows([])
    const { frames, notices } = applyTo(extractFields, [numbers, series], { source: 'n' })
    expect(frames).toEqual([numbers, series])
    expect(notices[0]!.text).toBe('There is no field "n" of texts or JSON: nothing is extracted.')
  })
})
