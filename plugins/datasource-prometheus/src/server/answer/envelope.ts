import { CLOSE_LIST, OPEN_LIST, QUOTE } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import { isNext, readObject, readText, skipValue, type Steps } from './steps.ts'

/** Reads the `data` of an answer as it comes. */
export interface DataReader {
  /** Returns true when nothing behind it is needed; `isSuccess` says whether the answer has said so already. */
  readonly read: (source: ByteSource, isSuccess: () => boolean) => Steps<boolean | void>
  /** Throws unless the data, which may not have come at all, is as it must be. */
  readonly finish: (source: ByteSource) => void
}

/** What every answer of the API has beside its data: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export interface Envelope {
  status?: string
  errorType?: string
  error?: string
  readonly warnings: string[]
  readonly infos: string[]
}

/** Reads a whole answer, whatever the order of its keys is. */
export function* readEnvelope(source: ByteSource, data: DataReader): Steps<Envelope> {
  const envelope: Envelope = { warnings: [], infos: [] }
  const isSuccess = () => envelope.status === 'success'
  let hasData = false
  let isEnough = false

  function* readMember(key: string): Steps<boolean> {
    if (key === 'data' && envelope.status !== 'error') {
      if (hasData) throw source.invalid('it has "data" twice')
      hasData = true
      isEnough = (yield* data.read(source, isSuccess)) === true
    } else if (key === 'warnings' || key === 'infos') yield* readTexts(source, envelope[key])
    else if ((key === 'status' || key === 'errorType' || key === 'error') && (yield* isNext(source, QUOTE)))
      envelope[key] = yield* readText(source)
    else yield* skipValue(source)
    return isEnough
  }

  yield* readObject(source, readMember)
  if (isEnough) return envelope
  while (!source.isAtEnd()) yield
  return envelope
}

/** Adds the texts of a list; what is none is passed over. */
function* readTexts(source: ByteSource, texts: string[]): Steps<void> {
  if (!(yield* isNext(source, OPEN_LIST))) return yield* skipValue(source)
  source.at++
  for (let isFirst = true; ; isFirst = false) {
    let next
    while ((next = source.next(isFirst, CLOSE_LIST)) < 0) yield
    if (next === 0) return
    if (yield* isNext(source, QUOTE)) texts.push(yield* readText(source))
    else yield* skipValue(source)
  }
}
