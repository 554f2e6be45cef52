import { encode } from '@orrery/frames'
import { CodedError, type Frame } from '@orrery/sdk'
import { t } from '../text.ts'
import { MOST_COLUMNS, MOST_ROWS } from './workbook.ts'
import type { FileAnswer, FileRequest } from './write-file.ts'

const count = (value: number) => value.toLocaleString(document.documentElement.lang || 'en')

function fileOf(answer: FileAnswer): Blob {
  if ('file' in answer) return answer.file
  if ('failure' in answer) throw new Error(answer.failure)
  const { sheet, rows, columns } = answer.tooLarge
  const message = t(
    'The sheet {sheet} has {rows} rows and {columns} columns, and Excel holds {mostRows} rows and {mostColumns} columns in a sheet, and less of all where the browser has no room. Download CSV or JSON, or ask for less.',
    { sheet, rows: count(rows), columns: count(columns), mostRows: count(MOST_ROWS), mostColumns: count(MOST_COLUMNS) },
  )
  throw new CodedError('ExportError', 'EXPORT_TOO_LARGE', 413, message, { sheet, rows, columns })
}

/** Writes frames as a file in a worker, so that the page goes on. Throws EXPORT_TOO_LARGE for what Excel does not hold. */
export async function makeFile(frames: readonly Frame[], options: Omit<FileRequest, 'frames'>): Promise<Blob> {
  const request: FileRequest = { ...options, frames: frames.map((frame) => encode(frame)) }
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<FileAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => resolve(data))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.postMessage(
        request,
        request.frames.map(({ buffer }) => buffer),
      )
    })
    return fileOf(answer)
  } finally {
    worker.terminate()
  }
}
