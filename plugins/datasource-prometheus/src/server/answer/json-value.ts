import { CLOSE_LIST, CLOSE_OBJECT, COLON, OPEN_LIST, OPEN_OBJECT, QUOTE } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { DataReader } from './envelope.ts'
import type { Steps } from './steps.ts'

const DEEPEST = 128

/** Reads a value of any kind; objects have no prototype. For answers that are small beside series. */
export function* readValue(source: ByteSource, depth = 0): Steps<unknown> {
  let first
  while ((first = source.peek()) < 0) yield
  if (first === QUOTE) {
    while (!source.string()) yield
    return source.text()
  }
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) {
    while (!source.word()) yield
    // The word is one of JSON.
    return JSON.parse(source.text()) as unknown
  }
  if (depth === DEEPEST) throw source.invalid(`its values are nested more than ${DEEPEST} deep`)
  source.at++
  return first === OPEN_LIST ? yield* readItems(source, depth) : yield* readMembers(source, depth)
}

function* readItems(source: ByteSource, depth: number): Steps<unknown[]> {
  const items: unknown[] = []
  for (;;) {
    let next
    while ((next = source.next(items.length === 0, CLOSE_LIST)) < 0) yield
    if (next === 0) return items
    items.push(yield* readValue(source, depth + 1))
  }
}

function* readMembers(source: ByteSource, depth: number): Steps<Readonly<Record<string, unknown>>> {
  const members = Object.create(null) as Record<string, unknown>
  for (let isFirst = true; ; isFirst = false) {
    let next
    while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
    if (next === 0) return members
    while (!source.string()) yield
    const name = source.text()
    while (!source.take(COLON)) yield
    members[name] = yield* readValue(source, depth + 1)
  }
}

/** Keeps the data of an answer as it is; undefined when there was none. */
export class JsonData implements DataReader {
  value: unknown;

  *read(source: ByteSource): Steps<void> {
    this.value = yield* readValue(source)
  }

  finish(): void {}
}
