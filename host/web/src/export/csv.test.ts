import { defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { expect, it } from 'vitest'
import { toCsv } from './csv.ts'

const csvOf = (...[frames, options]: Parameters<typeof toCsv>) => [...toCsv(frames, options)].join('')

it('writes tables with quotes where they are needed, and nothing for a missing cell', () => {
  const table = defineTable({ at: time(), name: text(), value: number() }).fromRows([
    { at: 0, name: 'a "b", c', value: 1.5 },
    { at: 1000, name: null, value: null },
  ])
  expect(csvOf([table])).toBe(
    'at,name,value\r\n1970-01-01T00:00:00.000Z,"a ""b"", c",1.5\r\n1970-01-01T00:00:01.000Z,,\r\n',
  )
})

it('writes series as rows of labels, time and value', () => {
  const series = new SeriesBuilder().add({ job: 'api' }, [0, 1000], [1, 2]).build()
  expect(csvOf([series])).toBe('job,time,value\r\napi,1970-01-01T00:00:00.000Z,1\r\napi,1970-01-01T00:00:01.000Z,2\r\n')
})

it('writes cells as a panel shows them, in English, and no line of names', () => {
  const table = defineTable({ at: time(), size: number() }).fromRows([
    { at: 0, size: 1536 },
    { at: 1000, size: null },
  ])
  const fieldConfig = { defaults: { unit: 'bytes' }, overrides: [] }
  expect(csvOf([table], { header: false, formatted: { fieldConfig, timeZone: 'Europe/Berlin' } })).toBe(
    '1970-01-01 01:00:00,1.5 KiB\r\n1970-01-01 01:00:01,\r\n',
  )
})

it('keeps spreadsheets from running text, and leaves numbers alone', () => {
  const texts = ['=1+1', '+cmd', '-2+3+cmd|x', '@SUM(A1)', '\t=1', '-', '-1.5 KiB', '-3', '+4 %', 'a;=1', '＝1']
  const table = defineTable({ note: text() }).fromRows(texts.map((note) => ({ note })))
  expect(csvOf([table], { header: false }).split('\r\n').slice(0, -1)).toEqual([
    "'=1+1",
    "'+cmd",
    "'-2+3+cmd|x",
    "'@SUM(A1)",
    '"\'\t=1"',
    "'-",
    '-1.5 KiB',
    '-3',
    '+4 %',
    '"a;=1"',
    "'＝1",
  ])
})
