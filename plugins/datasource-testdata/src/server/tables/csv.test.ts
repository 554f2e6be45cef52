import { describe, expect, it } from 'vitest'
import type { Query } from '../../query.ts'
import { ask } from '../../testing.ts'
import { parseCsv } from './csv.ts'

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells)
const tableOf = async (text: string, as?: 'series') => {
  const query: Query = { type: 'csv', text, ...(as && { as }) }
  const [frame] = await ask(query, { range: { from: 0, to: 3_600_000 } })
  return frame!
}

describe('csv', () => {
  it('has quotes, line breaks of every system and empty lines as RFC 4180', () => {
    expect(cellsOf('a, b ,"c ""d"", e"\r\n\n1,"two\nlines",\n')).toEqual([
      ['a', 'b', 'c "d", e'],
      ['1', 'two\nlines', ''],
    ])
    expect(parseCsv('a\n"x\ny"\nz').map(({ line }) => line)).toEqual([1, 2, 4])
    expect(cellsOf('""')).toEqual([])
  })

  it('finds out what a column is of', async () => {
    const frame = await tableOf(
      'day,at,back,n,big,up,name,none\n2026-01-31,2026-01-31T08:00:00.5+01:00,now-5m,-1.5e3,7,true,7a,\n,,now,,8,,,\n',
    )
    if (frame.kind === 'series') throw new Error('no table')
    expect(Array.from(frame.fields, ([name, { kind }]) => [name, kind])).toEqual([
      ['day', 'time'],
      ['at', 'time'],
      ['back', 'time'],
      ['n', 'number'],
      ['big', 'number'],
      ['up', 'boolean'],
      ['name', 'text'],
      ['none', 'text'],
    ])
    expect(frame.rowAt(0)).toEqual({
      day: Date.UTC(2026, 0, 31),
      at: Date.UTC(2026, 0, 31, 7, 0, 0, 500),
      back: 3_300_000,
      n: -1500,
      big: 7,
      up: true,
      name: '7a',
      none: null,
    })
    expect(frame.rowAt(1)).toMatchObject({ day: null, back: 3_600_000, n: null, big: 8, up: null, name: null })
  })

  it('becomes series by its times and texts', async () => {
    const frame = await tableOf('time,host,load\n2026-01-01T00:01,a,1\n2026-01-01T00:00,a,2\n2026-01-01,b,3', 'series')
    if (frame.kind !== 'series') throw new Error('no series')
    expect(Array.from(frame, ({ labels, values }) => [labels, [...values]])).toEqual([
      [{ host: 'a' }, [2, 1]],
      [{ host: 'b' }, [3]],
    ])
  })

  it.each([
    ['', 1, 'there are no names of columns'],
    ['a,,b', 1, 'a column has no name'],
    ['a,b,a', 1, 'two columns are called "a"'],
    ['a,b\n1,2\n\n3', 4, '1 cells where 2 are needed'],
    ['a\n"x\ny"\n"open\n', 4, 'a quote is not closed'],
    ['a\n"x"y', 2, 'there is text after a closing quote'],
  ])('says where it is wrong: %j', async (text, line, reason) => {
    await expect(tableOf(text)).rejects.toMatchObject({ code: 'TESTDATA_CSV_INVALID', params: { line, reason } })
  })

  it('is no series without times', async () => {
    await expect(tableOf('a\n1', 'series')).rejects.toMatchObject({ code: 'FRAME_FIELD_MISSING' })
  })
})
