import { once } from 'node:events'
import { connect } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')

/** A connection that asks for one answer after the other, and reads no more of them than it must to see their end. */
export interface RawClient {
  /** The length of the answer's body. */
  readonly ask: (request: Buffer) => Promise<number>
  readonly close: () => void
}

export function toRequest(
  url: string,
  path: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>>,
  method = 'POST',
): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}

/** Node's own clients, and autocannon, take more time for a body of bytes than the server; this one only counts. */
export async function openClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay()
  await once(socket, 'connect')
  let reader: ((chunk: Buffer) => number | undefined) | undefined
  let settle: { resolve: (bytes: number) => void; reject: (error: Error) => void } | undefined
  socket.on('data', (chunk) => {
    try {
      const length = reader?.(chunk)
      if (length !== undefined) settle?.resolve(length)
    } catch (error) {
      settle?.reject(error as Error)
    }
  })
  socket.on('close', () => settle?.reject(new Error('The server has closed the connection.')))
  return {
    ask: (request) => {
      reader = createAnswerReader()
      const answer = new Promise<number>((resolve, reject) => (settle = { resolve, reject }))
      socket.write(request)
      return answer
    },
    close: () => socket.destroy(),
  }
}

/** Takes the chunks of one answer; gives the length of its body once it is complete. */
function createAnswerReader(): (chunk: Buffer) => number | undefined {
  let head = Buffer.alloc(0)
  let body: ((chunk: Buffer) => number | undefined) | undefined
  return (chunk) => {
    if (body) return body(chunk)
    head = Buffer.concat([head, chunk])
    const end = head.indexOf(HEAD_END)
    if (end < 0) return undefined
    const text = head.toString('latin1', 0, end).toLowerCase()
    if (!/^http\/1\.1 20[01] /.test(text)) throw new Error(`The server answers: ${head.toString('latin1')}`)
    const length = /content-length: (\d+)/.exec(text)?.[1]
    body = length === undefined ? createChunkedReader() : createPlainReader(Number(length))
    return body(head.subarray(end + HEAD_END.length))
  }
}

function createPlainReader(length: number) {
  let left = length
  return (chunk: Buffer) => {
    left -= chunk.length
    return left === 0 ? length : undefined
  }
}

/** Of chunked bodies reads the lengths only, and passes over what they are of. */
function createChunkedReader() {
  let total = 0
  let line = ''
  let skip = 0
  let isLast = false
  return (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at)
        skip -= step
        at += step
        continue
      }
      const end = chunk.indexOf(10, at)
      line += chunk.toString('latin1', at, end < 0 ? chunk.length : end)
      at = end < 0 ? chunk.length : end + 1
      if (end < 0) continue
      if (isLast) return total
      const length = Number.parseInt(line, 16)
      line = ''
      total += length
      isLast = length === 0
      if (!isLast) skip = length + 2
    }
    return undefined
  }
}
