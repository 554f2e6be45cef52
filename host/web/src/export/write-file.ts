import { decode } from '@orrery/frames'
import type { FieldConfigSource, TimeRange } from '@orrery/sdk'
import writeWorkbook from 'write-excel-file/universal'
import { toCsv } from './csv.ts'
import { toJson } from './frames-json.ts'
import { toSheets, type TooLarge } from './workbook.ts'

export type DataFormat = 'csv' | 'xlsx' | 'json'

/** Frames that become a file, as they cross to a worker. */
export interface FileRequest {
  readonly format: DataFormat
  /** Each an Arrow IPC stream. */
  readonly frames: readonly Uint8Array<ArrayBuffer>[]
  readonly title: string
  readonly range: TimeRange
  /** Of times in workbooks and of values as they are shown. */
  readonly timeZone: string
  /** CSV has a first line of names; default true. */
  readonly header?: boolean
  /** CSV has values as they are shown. */
  readonly shownBy?: FieldConfigSource | undefined
}

/** The file, or why there is none. */
export type FileAnswer =
  | { readonly file: Blob }
  | { readonly tooLarge: TooLarge }
  /** What only a defect brings. */
  | { readonly failure: string }

const typeOf = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const

/** Browsers move a blob of many parts to their disk; one text may be half a gigabyte at most. */
function toBlob(parts: Iterable<string>, type: string): Blob {
  let blobs: Blob[] = []
  for (const each of parts) {
    blobs.push(new Blob([each]))
    if (blobs.length >= 1000) blobs = [new Blob(blobs)]
  }
  return new Blob(blobs, { type })
}

async function toWorkbook(request: FileRequest): Promise<FileAnswer> {
  const sheets = toSheets(
    request.frames.map((bytes) => decode(bytes)),
    request.timeZone,
  )
  if (!('length' in sheets)) return { tooLarge: sheets }
  const parts = sheets.map(({ name, widths, rows }) => ({
    sheet: name,
    data: rows,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm:ss.000',
  }))
  return { file: await writeWorkbook(parts).toBlob() }
}

/** Writes a file. What takes long: it belongs into a worker. */
export async function writeFile(request: FileRequest): Promise<FileAnswer> {
  const { format, title, range, timeZone, header = true, shownBy } = request
  if (format === 'xlsx') return toWorkbook(request)
  const frames = request.frames.map((bytes) => decode(bytes))
  const formatted = shownBy && { fieldConfig: shownBy, timeZone }
  const parts = format === 'csv' ? toCsv(frames, { header, formatted }) : toJson(frames, { title, range, timeZone })
  return { file: toBlob(parts, typeOf[format]) }
}
