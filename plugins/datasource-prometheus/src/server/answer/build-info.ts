import { OPEN_OBJECT, QUOTE } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { DataReader } from './envelope.ts'
import { isNext, readObject, readText, skipValue, type Steps } from './steps.ts'

/** Reads the version of a server. */
export class BuildInfo implements DataReader {
  version: string | undefined;

  *read(source: ByteSource): Steps<void> {
    if (!(yield* isNext(source, OPEN_OBJECT))) return yield* skipValue(source)
    yield* readObject(source, (key) => this.#readMember(key, source))
  }

  finish(): void {}

  *#readMember(key: string, source: ByteSource): Steps<void> {
    if (key === 'version' && (yield* isNext(source, QUOTE))) this.version = yield* readText(source)
    else yield* skipValue(source)
  }
}
