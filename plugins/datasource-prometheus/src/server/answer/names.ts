import { CLOSE_LIST, OPEN_LIST } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { DataReader } from './envelope.ts'
import { isNext, skipValue, type Steps } from './steps.ts'

/** Reads a `data` that is a list of texts. */
export class Names implements DataReader {
  readonly names: string[] = []
  isCutOff = false
  readonly #most: number
  readonly #accepts: (name: string) => boolean
  #isList = false

  /** Reads the first `most` names that are accepted. */
  constructor(most: number, accepts: (name: string) => boolean = () => true) {
    this.#most = most
    this.#accepts = accepts
  }

  *read(source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    this.#isList = yield* isNext(source, OPEN_LIST)
    if (!this.#isList) {
      yield* skipValue(source)
      return false
    }
    source.at++
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_LIST)) < 0) yield
      if (next === 0) return false
      while (!source.string()) yield
      const name = source.text()
      if (this.#accepts(name)) {
        if (this.names.length < this.#most) this.names.push(name)
        else this.isCutOff = true
      }
      if (this.isCutOff && isSuccess()) return true
    }
  }

  /** Throws unless there was a list. */
  finish(source: ByteSource): void {
    if (!this.#isList) throw source.invalid('"data" is no list of names')
  }
}
