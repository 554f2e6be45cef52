import {
  defineTable,
  encode,
  integer,
  json,
  number,
  SeriesBuilder,
  text,
  time,
  withMeta,
  type Frame,
} from '@orrery/frames'
import { expect, it } from 'vitest'
import { rangeFileName } from './file-name.ts'
import { unzipTexts } from './unzip.fixture.ts'
import { MOST_ROWS, sheetName, toSheets } from './workbook.ts'
import { writeFile, type FileRequest } from './write-file.ts'

const HOUR = 3_600_000
const series = withMeta(new SeriesBuilder().add({ host: 'a' }, [HOUR, 2 * HOUR], [1.5, NaN]).build(), {
  refId: 'A',
  name: 'load',
})
const table = defineTable({ at: time(), note: text(), size: integer(), more: json() }).fromRows(
  [
    { at: HOUR, note: '=1+1', size: 3, more: { a: 1 } },
    { at: 2 * HOUR, note: null, size: null, more: null },
  ],
  { refId: 'B' },
)
const request = (frames: readonly Frame[], more: Partial<FileRequest> = {}): FileRequest => ({
  format: 'csv',
  frames: frames.map((frame) => encode(frame)),
  title: 'Load',
  range: { from: 0, to: 4 * HOUR },
  timeZone: 'Europe/Berlin',
  ...more,
})
async function written(...args: Parameters<typeof request>) {
  const answer = await writeFile(request(...args))
  if (!('file' in answer)) throw new Error(JSON.stringify(answer))
  return answer.file
}

it('names files by title and range, as the clocks of the zone show it', () => {
  expect(rangeFileName('CPU: all/cores', { from: 0, to: HOUR }, 'Europe/Berlin')).toBe(
    'CPU-all-cores-19700101-0100-19700101-0200',
  )
})

it('writes a sheet for each frame, with times, numbers and text as what they are', async () => {
  const files = unzipTexts(new Uint8Array(await (await written([series, table], { format: 'xlsx' })).arrayBuffer()))
  const read = (name: string) => files.get(name)!
  expect(read('xl/workbook.xml')).toMatch(/name="A load".*name="B"/)
  const cells = (name: string) =>
    [...read(name).matchAll(/<c r="(\w+)"[^>]*?(?: t="(\w+)")?[^>]*>.*?<\/c>/gs)].map(([whole, at, type]) => [
      at,
      type,
      /<v>(.*?)<\/v>/s.exec(whole)?.[1],
    ])
  const first = new Map(cells('xl/worksheets/sheet1.xml').map(([at, type, value]) => [at, [type, value]]))
  // 02:00 in Berlin on the first day of 1970.
  expect(Number(first.get('B2')![1])).toBeCloseTo(25_569 + 2 / 24, 8)
  expect(first.get('C2')![1]).toBe('1.5')
  const texts = read('xl/sharedStrings.xml')
  for (const each of ['time (Europe/Berlin)', '=1+1', 'NaN', '{"a":1}']) expect(texts).toContain(each)
  expect(read('xl/worksheets/sheet2.xml')).not.toContain('<f>')
})

it('says what Excel does not hold', () => {
  const rows = Array.from({ length: MOST_ROWS }, () => 0)
  const long = defineTable({ value: number() }).fromColumns({ value: rows })
  expect(toSheets([long], 'UTC')).toEqual({ sheet: 'Data', rows: MOST_ROWS, columns: 1 })
})

it('gives sheets names that Excel takes', () => {
  const taken = new Set(['data', 'a'.repeat(31)])
  const names = ["'[a]/b:*?'", '', 'History', 'A', 'a'.repeat(40)].map((name) => sheetName(name, taken))
  expect(names).toEqual(['a b', 'Data 2', 'Data 2', 'A', `${'a'.repeat(29)} 2`])
})

it('writes frames as JSON with all that is known of them', async () => {
  const text = await (await written([series, table], { format: 'json' })).text()
  expect(JSON.parse(text)).toEqual({
    title: 'Load',
    timeZone: 'Europe/Berlin',
    range: { from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T04:00:00.000Z' },
    frames: [
      {
        query: 'A',
        name: 'load',
        kind: 'series',
        rows: 2,
        columns: [
          { name: 'host', type: 'text', values: ['a', 'a'] },
          { name: 'time', type: 'time', values: ['1970-01-01T01:00:00.000Z', '1970-01-01T02:00:00.000Z'] },
          { name: 'value', type: 'number', values: [1.5, 'NaN'] },
        ],
      },
      {
        query: 'B',
        kind: 'table',
        rows: 2,
        columns: [
          { name: 'at', type: 'time', values: ['1970-01-01T01:00:00.000Z', '1970-01-01T02:00:00.000Z'] },
          { name: 'note', type: 'text', values: ['=1+1', null] },
          { name: 'size', type: 'integer', values: [3, null] },
          { name: 'more', type: 'json', values: [{ a: 1 }, null] },
        ],
      },
    ],
  })
})

it('writes CSV of many rows in parts', async () => {
  const many = Array.from({ length: 25_000 }, (_, i) => i)
  const long = defineTable({ value: number() }).fromColumns({ value: many })
  const text = await (await written([long])).text()
  expect(text.split('\r\n')).toEqual(['value', ...many.map(String), ''])
})
