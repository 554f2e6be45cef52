import { encode } from '@orrery/frames'
import { oddFrames } from '@orrery/query'
import {
  check,
  toRows,
  validate,
  withDefaults,
  type Apply,
  type ApplyOnServer,
  type Frame,
  type Notice,
  type OptionsSchema,
  type Static,
  type Transform,
  type TransformContext,
} from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { testDefinition } from './definition.ts'

export interface TransformExample<Options> {
  readonly options: Options
  /** What it makes of frames. */
  readonly cases: Readonly<Record<string, TransformCase<Options>>>
}

export interface TransformCase<Options> {
  readonly frames: readonly Frame[]
  /** Those of the example when omitted. */
  readonly options?: Options
  readonly context?: Partial<TransformContext>
  /** The rows of each frame that it makes; of series, one a point, with labels, `time` and values. */
  readonly makes?: readonly (readonly Readonly<Record<string, unknown>>[])[]
  /** What one of its notices says. */
  readonly notes?: string | RegExp
}

const rowsOf = (frame: Frame) => {
  const { fields, length } = toRows(frame)
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(Array.from(fields, ([name, column]) => [name, column.at(row)])),
  )
}
const bytesOf = (frames: readonly Frame[]) => frames.map((frame) => encode(frame))

/**
 * The contract that every transformation keeps: its defaults are options that it takes, it copes with frames of any kind,
 * changes none of them, gives the same for the same, and says in whole sentences what it could not do.
 */
export function testTransform<O extends OptionsSchema>(transform: Transform<O>, example: TransformExample<Static<O>>) {
  const run = async (frames: readonly Frame[], options: Static<O>, context: Partial<TransformContext> = {}) => {
    // Doors give what their contracts name; the compiler has checked it in the definition.
    const { default: apply } = (await transform.apply.open()) as {
      default: Apply<Static<O>> | ApplyOnServer<Static<O>>
    }
    const notices: Notice[] = []
    const made = await apply(frames, check(transform.options, options, transform.title), {
      range: { from: 0, to: 3_600_000 },
      timeZone: 'UTC',
      note: (text, severity = 'warning') => notices.push({ severity, text }),
      signal: new AbortController().signal,
      ...context,
    })
    return { made, notices }
  }

  describe(`transformation ${transform.id}`, () => {
    testDefinition(transform, () => example.options)

    it('takes its default options, and says what it does', () => {
      expect(validate(transform.options, withDefaults(transform.options, {}))).toMatchObject({ ok: true })
      expect(transform.description).toMatch(/\.$/)
      expect(transform.notes.trim()).not.toBe('')
    })

    it.each(Object.entries(example.cases))('shapes %s', async (_, { frames, options, context, makes, notes }) => {
      const { made, notices } = await run(frames, options ?? example.options, context)
      if (makes) expect(made.map(rowsOf)).toEqual(makes)
      if (notes !== undefined) expect(notices.map(({ text }) => text).join('\n')).toMatch(notes)
    })

    it.each(Object.entries(oddFrames))('copes with %s', async (_, frames) => {
      const before = bytesOf(frames)
      const { made, notices } = await run(frames, example.options)
      expect(bytesOf(frames)).toEqual(before)
      expect(bytesOf((await run(frames, example.options)).made)).toEqual(bytesOf(made))
      for (const { text } of notices) expect(text).toMatch(/\.$/)
    })
  })
}
