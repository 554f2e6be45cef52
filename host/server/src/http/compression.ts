import { constants, createGzip, createZstdCompress, gzip, zstdCompress, type Gzip, type ZstdCompress } from 'node:zlib'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'

export type Encoding = 'zstd' | 'gzip'

const preferred: readonly Encoding[] = ['zstd', 'gzip']

/** The best encoding that the Accept-Encoding header admits; undefined is the text as it is. */
export function chooseEncoding(header: string | string[] | undefined): Encoding | undefined {
  const accepted = new Set(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((entry) => entry.trim().split(/\s*;\s*/))
      .filter(([, ...parameters]) => !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
      .map(([name]) => name),
  )
  return preferred.find((encoding) => accepted.has(encoding))
}

// The lowest levels: the answer is made while somebody waits, and what frames mostly are, numbers, higher ones hardly shrink.
const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
const gzipOptions = { level: 1 }

const whole = { zstd: promisify(zstdCompress), gzip: promisify(gzip) }

export const compress = (encoding: Encoding, content: string | Buffer) =>
  encoding === 'zstd' ? whole.zstd(content, zstdOptions) : whole.gzip(content, gzipOptions)

/** The flush that brings out what was written and leaves the stream open; Z_SYNC_FLUSH would end a zstd frame. */
export const flushOf = (encoding: Encoding): number =>
  encoding === 'zstd' ? constants.ZSTD_e_flush : constants.Z_SYNC_FLUSH

export const createCompressor = (encoding: Encoding): ZstdCompress | Gzip =>
  encoding === 'zstd' ? createZstdCompress(zstdOptions) : createGzip(gzipOptions)

const SMALLEST = 1024
const compressible = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg\+xml)/

/** Whether an answer is text, and long enough to gain from compression; a stream is taken to be. */
export const isCompressible = (contentType: unknown, payload: unknown): payload is string | Buffer | Readable => {
  if (!compressible.test(String(contentType))) return false
  return (
    payload instanceof Readable ||
    ((typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length >= SMALLEST)
  )
}
