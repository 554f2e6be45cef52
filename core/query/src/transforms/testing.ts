import { encode, type Frame, type Notice } from '@orrery/frames'
import { check, withDefaults } from '@orrery/schema'
import { expect, it } from 'vitest'
import { seriesNamesOf, toRows } from './fields.ts'
import { oddFrames } from './odd-frames.ts'
import type { TransformContext } from './transform.ts'
import type { LoadedTransform } from './library.ts'

const bytesOf = (frames: readonly Frame[]) => frames.map((frame) => encode(frame))

/** Applies a transformation as a chain does, with its defaults; gives what it made and what it had to say. */
export function applyTo(
  transform: LoadedTransform,
  frames: readonly Frame[],
  options: object = {},
  context: Partial<TransformContext> = {},
) {
  const notices: Notice[] = []
  const checked = check(transform.options, withDefaults(transform.options, options), transform.title)
  const made = transform.apply(frames, checked as never, {
    range: { from: 0, to: 3_600_000 },
    timeZone: 'UTC',
    note: (text, severity = 'warning') => notices.push({ severity, text }),
    signal: new AbortController().signal,
    ...context,
  })
  // Those of this package do not wait.
  return { frames: made as readonly Frame[], notices }
}

/** The cells of a frame by column, in order: of series, of their rows. */
export const cellsOf = (frame: Frame | undefined) =>
  frame &&
  Array.from(toRows(frame).fields, ([name, column]) => [
    name,
    Array.from({ length: column.length }, (_, i) => column.at(i)),
  ])

/** What series are called, in order. */
export const namesOf = (frames: readonly Frame[]) =>
  seriesNamesOf(frames.filter((frame) => frame.kind === 'series')).flat()

/** What holds for every transformation, whatever its options: it copes with odd frames, changes none, and repeats itself. */
export function copesWithOddFrames(transform: LoadedTransform, options: object = {}) {
  it.each(Object.entries(oddFrames))('copes with %s', (_, frames) => {
    const before = bytesOf(frames)
    const { frames: made, notices } = applyTo(transform, frames, options)
    expect(bytesOf(frames)).toEqual(before)
    // All that it made can be sent, and is made again of the same.
    expect(bytesOf(applyTo(transform, frames, options).frames)).toEqual(bytesOf(made))
    for (const { text } of notices) expect(text).toMatch(/\.$/)
  })
}
