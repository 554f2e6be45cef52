import { CLOSE_OBJECT, COLON, OPEN_LIST, OPEN_OBJECT, QUOTE } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'

/** A reader that may stop at the end of any chunk: it yields when it needs the next one, and returns what it has read. */
export type Steps<T> = Generator<undefined, T>

/** Runs the reader over a body, and leaves the body as soon as the reader has what it wants. */
export async function readBody<T>(body: AsyncIterable<Uint8Array>, source: ByteSource, steps: Steps<T>): Promise<T> {
  for await (const chunk of body) {
    source.feed(chunk)
    const step = steps.next()
    if (step.done) return step.value
  }
  source.close()
  const last = steps.next()
  if (last.done) return last.value
  throw source.invalid('it ends too early')
}

/** Reads an object; `onMember` reads the value of each key. It returns true when nothing else is needed. */
export function* readObject(source: ByteSource, onMember: (key: string) => Steps<boolean | void>): Steps<void> {
  while (!source.take(OPEN_OBJECT)) yield
  for (let isFirst = true; ; isFirst = false) {
    let next
    while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
    if (next === 0) return
    while (!source.string()) yield
    const key = source.text()
    while (!source.take(COLON)) yield
    if (yield* onMember(key)) return
  }
}

/** Whether a value that begins with this byte comes next. */
export function* isNext(source: ByteSource, byte: number): Steps<boolean> {
  let next
  while ((next = source.peek()) < 0) yield
  return next === byte
}

export function* readText(source: ByteSource): Steps<string> {
  while (!source.string()) yield
  return source.text()
}

const DEEPEST = 128

/** Reads a value of any kind, and forgets it. */
export function* skipValue(source: ByteSource): Steps<void> {
  const closers: number[] = []
  for (;;) {
    let first
    while ((first = source.peek()) < 0) yield
    let isFirst = first === OPEN_OBJECT || first === OPEN_LIST
    if (isFirst) {
      if (closers.length === DEEPEST) throw source.invalid(`its values are nested more than ${DEEPEST} deep`)
      source.at++
      // In ASCII, each closing bracket stands two behind its opening one.
      closers.push(first + 2)
    } else if (first === QUOTE) while (!source.string()) yield
    else while (!source.word()) yield

    for (;;) {
      const closer = closers.at(-1)
      if (closer === undefined) return
      let next
      while ((next = source.next(isFirst, closer)) < 0) yield
      if (next === 1) {
        if (closer !== CLOSE_OBJECT) break
        while (!source.string()) yield
        while (!source.take(COLON)) yield
        break
      }
      closers.pop()
      isFirst = false
    }
  }
}
