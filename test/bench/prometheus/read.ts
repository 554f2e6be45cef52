import { encodeChunks, type SeriesFrame } from '@orrery/frames'
import { ByteSource } from '../../../plugins/datasource-prometheus/src/server/answer/byte-source.ts'
import { readEnvelope } from '../../../plugins/datasource-prometheus/src/server/answer/envelope.ts'
import { AnswerReader } from '../../../plugins/datasource-prometheus/src/server/answer.ts'
import { STEP_SECONDS } from './body.ts'

const budget = { maxPoints: Infinity, maxSeries: Infinity, maxRows: Infinity, maxBytes: Infinity }
const stepMs = STEP_SECONDS * 1000

/** What the datasource does with the answer of a range query, without the socket. */
export const readFrame = (chunks: readonly Uint8Array[]): SeriesFrame =>
  read(chunks, new AnswerReader({ budget, stepMs }))

/** The same for the highest series alone. */
export const readTop = (chunks: readonly Uint8Array[], count: number): SeriesFrame =>
  read(chunks, new AnswerReader({ budget, stepMs, top: { count, by: 'max' } }))

function read(chunks: readonly Uint8Array[], reader: AnswerReader): SeriesFrame {
  const source = new ByteSource((reason) => new Error(reason))
  const steps = readEnvelope(source, reader.data)
  for (const chunk of chunks) {
    source.feed(chunk)
    steps.next()
  }
  source.close()
  if (!steps.next().done) throw new Error('the answer was not read to its end')
  reader.data.finish(source)
  return reader.finish().series
}

export const toWire = (chunks: readonly Buffer[]) => encodeChunks(readFrame(chunks))

export interface Answer {
  readonly data: { readonly result: readonly { metric: Record<string, string>; values: readonly [number, string][] }[] }
}

/** What JSON has to offer: the same body as objects, each sample still a text. */
export const toObjects = (chunks: readonly Buffer[]): Answer => JSON.parse(Buffer.concat(chunks).toString()) as Answer

/** Throws unless both ways give the same labels, the same times and the very same doubles. */
export function checkEqual(chunks: readonly Buffer[]): void {
  const frame = readFrame(chunks)
  const { result } = toObjects(chunks).data
  if (frame.length !== result.length) throw new Error(`${frame.length} series instead of ${result.length}`)
  result.forEach(({ metric, values }, i) => {
    const series = frame.at(i)
    if (JSON.stringify(series.labels) !== JSON.stringify(metric)) throw new Error(`series ${i} has other labels`)
    const { time, values: numbers } = series
    let k = 0
    for (let slot = 0; slot < series.length; slot++) {
      if (series.isNull(slot)) continue
      const [seconds, text] = values[k++] ?? [NaN, '']
      if (time[slot] !== Math.round(seconds * 1000) || !Object.is(numbers[slot], Number(text)))
        throw new Error(`sample ${k} of series ${i} is ${numbers[slot]} at ${time[slot]}, not ${text} at ${seconds}`)
    }
    if (k !== values.length) throw new Error(`series ${i} has ${k} samples instead of ${values.length}`)
  })
}
