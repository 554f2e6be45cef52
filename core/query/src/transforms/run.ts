import { TableFrame, withNotice, type Frame, type Notice } from '@orrery/frames'
import { isCodedError, check, withDefaults } from '@orrery/schema'
import { QueryError } from '../errors.ts'
import type { TimeRange } from '../time-range.ts'
import { isData } from './fields.ts'
import { fillTexts } from './fill-texts.ts'
import type { FindTransform, LoadedTransform } from './library.ts'
import type { Transformation } from './transformation.ts'

export interface TransformRequest {
  readonly frames: readonly Frame[]
  readonly steps: readonly Transformation[]
  readonly find: FindTransform
  readonly range: TimeRange
  /** IANA name, or UTC. */
  readonly timeZone: string
  /** Puts the values of variables into a text of the options; texts stay as they are when omitted. */
  readonly fill?: (text: string) => string
  readonly signal?: AbortSignal
  /** Called after each step that was run, with its place among all: for a preview of stages. */
  readonly onStage?: (stage: TransformStage) => void
}

/** What one step did. */
export interface TransformStage {
  readonly index: number
  /** The frames that it was about. */
  readonly taken: readonly Frame[]
  /** What became of them. */
  readonly made: readonly Frame[]
  /** All frames after it: with those that went past it, and its notices. */
  readonly output: readonly Frame[]
  readonly notices: readonly Notice[]
  readonly milliseconds: number
}

/**
 * Runs steps one after the other. A step that cannot be run (nobody has it, its options are wrong, its code throws) leaves
 * the frames as they are and says so in an error notice: a chain is never lost over one of its links. Rejects only when
 * the signal is aborted.
 */
export async function runTransforms(request: TransformRequest): Promise<readonly Frame[]> {
  let { frames } = request
  for (const [index, step] of request.steps.entries()) {
    if (step.disabled) continue
    request.signal?.throwIfAborted()
    // One step stands on the one before.
    // oxlint-disable-next-line no-await-in-loop
    const stage = await runStep(frames, step, index, request)
    request.onStage?.(stage)
    frames = stage.output
  }
  return frames
}

/** Whether a step is about a frame. */
export const isTakenBy = ({ topic, refIds }: Transformation, frame: Frame): boolean =>
  (topic === 'exemplars' ? frame.kind === 'exemplars' : isData(frame)) &&
  (!refIds || refIds.includes(frame.meta.refId ?? ''))

async function runStep(
  input: readonly Frame[],
  step: Transformation,
  index: number,
  request: TransformRequest,
): Promise<TransformStage> {
  const began = performance.now()
  const isTaken = (frame: Frame) => isTakenBy(step, frame)
  const taken = input.filter(isTaken)
  const notices: Notice[] = []
  let made: readonly Frame[]
  try {
    made = await apply(taken, step, request, notices)
  } catch (error) {
    request.signal?.throwIfAborted()
    const reason = error instanceof Error ? error.message : String(error)
    notices.push({
      severity: 'error',
      text: isCodedError(error) ? reason : `Transformation "${step.type}" failed and is passed over: ${reason}`,
    })
    made = taken
  }
  const output = withNotices(putBack(input, isTaken, made), made, notices)
  return { index, taken, made, output, notices, milliseconds: performance.now() - began }
}

async function apply(
  frames: readonly Frame[],
  { type, options, version = 1 }: Transformation,
  request: TransformRequest,
  notices: Notice[],
): Promise<readonly Frame[]> {
  const { find, timeZone, fill, signal = new AbortController().signal } = request
  const transform = await find(type)
  if (!transform) throw new QueryError('TRANSFORM_UNKNOWN', { type })
  const filled = fill ? fillTexts(options, fill) : options
  const current = upToDate(transform, filled, version)
  const checked = check(
    transform.options,
    withDefaults(transform.options, current),
    `Transformation "${transform.title}"`,
  )
  const note = (text: string, severity: Notice['severity'] = 'warning') => notices.push({ severity, text })
  const context = {
    // Not before it is asked for: what never asked holds for any range.
    get range() {
      return request.range
    },
    timeZone,
    note,
    signal,
  }
  // Its options were checked against its own schema just now.
  return transform.apply(frames, checked as never, context)
}

function upToDate(transform: LoadedTransform, options: unknown, from: number): unknown {
  const { version: to = 1, migrate, id } = transform
  if (from === to) return options
  if (from < to && migrate) return migrate(options, from)
  throw new QueryError('TRANSFORM_VERSION', { type: id, from, to })
}

/** What a step made, in the place of the first frame that it took; the others stand around it. */
function putBack(
  input: readonly Frame[],
  isTaken: (frame: Frame) => boolean,
  made: readonly Frame[],
): readonly Frame[] {
  const first = input.findIndex(isTaken)
  if (first < 0) return [...input, ...made]
  const before = input.slice(0, first)
  return [...before, ...made, ...input.slice(first).filter((frame) => !isTaken(frame))]
}

/** Says on the first frame that was made what the step had to say; on an empty one where it left none. */
function withNotices(output: readonly Frame[], made: readonly Frame[], notices: readonly Notice[]): readonly Frame[] {
  if (notices.length === 0) return output
  const place = made[0] ?? output[0]
  if (!place) return [notices.reduce<Frame>(withNotice, new TableFrame({ fields: new Map() }))]
  return output.map((frame) => (frame === place ? notices.reduce<Frame>(withNotice, frame) : frame))
}
