import type { VariableScope } from '@orrery/format'
import type { Frame } from '@orrery/frames'
import {
  builtInValues,
  countFrames,
  fillOption,
  fillTexts,
  runTransforms,
  toHundredths,
  type FindTransform,
  type QueryAnswer,
  type ShapeMemo,
} from '@orrery/query'
import type { CodedError } from '@orrery/schema'
import { toCodedError } from '../http/problem.ts'
import { inSpan } from '../telemetry/spans.ts'
import type { ItemPart } from './item-parts.ts'
import type { PlannedShape } from './panel-plan.ts'

/** What makes frames of frames. */
export interface Shaper {
  readonly memo: ShapeMemo
  readonly find: FindTransform
  /** IANA name, or UTC. */
  readonly timeZone: string
  readonly signal: AbortSignal
}

export interface ShapeInputs {
  readonly planned: PlannedShape
  /** Their frames are taken in this order. */
  readonly inputs: readonly ItemPart[]
  readonly shaper: Shaper
}

/**
 * What the transformations make of all that is shown. What failed tells so by itself, and the rest is shaped; no frames
 * where nothing is left.
 */
export async function shape({ planned, inputs, shaper }: ShapeInputs): Promise<QueryAnswer> {
  const stats = startStats()
  const outcomes = await settle(inputs)
  const frames = outcomes.flatMap((outcome) => outcome.frames)
  stats.hasInputs()
  if (frames.length === 0 && outcomes.some(({ problem }) => problem))
    return { frames, stats: stats.of({ frames, isKnown: false }) }
  const { memo, find, timeZone, signal } = shaper
  const scope = await scopeOf(planned)
  const steps = planned.steps.map(({ options, ...step }) => ({
    ...step,
    options: fillTexts(options, (text) => fillOption(text, scope)) as typeof options,
  }))
  const spec = ['transformations', steps, timeZone]
  const made = await inSpan('orrery.shape', () =>
    memo.shape({ frames, spec, range: planned.range }, async (given) => {
      let failed = false
      const shaped = await runTransforms({
        frames,
        steps,
        find,
        get range() {
          return given.range
        },
        timeZone,
        signal,
        onStage: ({ notices }) => {
          failed ||= notices.some(({ severity }) => severity === 'error')
        },
      })
      return { frames: shaped, failed }
    }),
  )
  return { frames: made.frames, stats: stats.of(made) }
}

/** What a part answered, or why it did not. */
export interface Outcome {
  readonly refId: string
  readonly frames: readonly Frame[]
  readonly problem?: CodedError
}

/** Waits for all parts, also for those that fail. */
export const settle = (parts: readonly ItemPart[]): Promise<readonly Outcome[]> =>
  Promise.all(
    parts.map(async ({ refId = '', ask }) => {
      try {
        return { refId, frames: (await ask()).frames }
      } catch (error) {
        return { refId, frames: [], problem: toCodedError(error) }
      }
    }),
  )

/** What the variables of a panel hold, with those of its time. */
export const scopeOf = async ({ variables, range, intervalMs }: PlannedShape): Promise<VariableScope> => ({
  ...builtInValues({ range, intervalMs }),
  ...(await variables()),
})

/** Takes down how long something waited for its inputs, and how long it took to be made of them. */
export function startStats() {
  const began = performance.now()
  const now = () => toHundredths(performance.now() - began)
  let inputsMs = 0
  return {
    hasInputs: () => {
      inputsMs = now()
    },
    of: ({
      frames,
      isKnown,
    }: {
      readonly frames: readonly Frame[]
      readonly isKnown: boolean
    }): QueryAnswer['stats'] => {
      const ms = now()
      return {
        source: isKnown ? 'cache' : 'engine',
        ms,
        ...countFrames(frames),
        steps: [
          { name: 'inputs', start: 0, ms: inputsMs },
          { name: 'shape', start: inputsMs, ms: toHundredths(ms - inputsMs) },
        ],
      }
    },
  }
}
