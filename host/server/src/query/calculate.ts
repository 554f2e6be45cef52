import { withMeta, type Frame } from '@orrery/frames'
import {
  dependenciesOf,
  runExpressions,
  type ExpressionNode,
  type ExpressionOutcome,
  type QueryAnswer,
} from '@orrery/query'
import { inSpan } from '../telemetry/spans.ts'
import { scopeOf, settle, startStats, type ShapeInputs } from './shape.ts'
import { singleValue } from './single-value.ts'

export interface CalculateRequest extends ShapeInputs {
  /** How much earlier the inputs were asked for, to compare with; 0 for now. */
  readonly compareMs: number
}

/** Calculates the expressions of a panel; gives what each answers, or throws why it has no answer. */
export async function calculate({
  planned,
  compareMs,
  inputs,
  shaper,
}: CalculateRequest): Promise<(refId: string) => QueryAnswer> {
  const stats = startStats()
  const nodes = planned.expressions.flatMap(({ refId, expression }): ExpressionNode[] =>
    expression ? [{ refId, expression }] : [],
  )
  const needed = new Set(nodes.flatMap(({ expression }) => dependenciesOf(expression)))
  const outcomes = await settle(inputs.filter(({ refId = '' }) => needed.has(refId)))
  stats.hasInputs()

  const scope = await scopeOf(planned)
  const readVariable = (name: string) => singleValue(name, scope)
  const unreadable = planned.expressions.flatMap(({ refId, problem }) => (problem ? [[refId, problem] as const] : []))
  const failed = outcomes.flatMap(({ refId, problem }) => (problem ? [[refId, problem] as const] : []))
  const problems = new Map([...unreadable, ...failed])
  const { intervalMs, range } = planned
  const spec = [
    'expressions',
    nodes,
    outcomes.map(({ refId, frames }) => [refId, frames.length]),
    [...needed].map(readVariable),
    { intervalMs, compareMs },
  ]
  let results: ReadonlyMap<string, ExpressionOutcome> = new Map()
  const request = { frames: outcomes.flatMap(({ frames }) => frames), spec, range }
  const made = await inSpan('orrery.calculate', () =>
    shaper.memo.shape(request, async (given) => {
      results = runExpressions({
        nodes,
        inputs: new Map(outcomes.map(({ refId, frames }) => [refId, frames])),
        problems,
        context: {
          get range() {
            return given.range
          },
          intervalMs,
          readVariable,
        },
      })
      const frames = [...results].flatMap(([refId, result]) =>
        'frames' in result ? result.frames.map((frame) => named(frame, refId, compareMs)) : [],
      )
      return { frames, failed: [...results.values()].some((result) => 'problem' in result) }
    }),
  )

  return (refId) => {
    const result = results.get(refId)
    const problem = result && 'problem' in result ? result.problem : problems.get(refId)
    if (problem) throw problem
    const frames = made.frames.filter(({ meta }) => meta.refId === refId)
    return {
      frames,
      stats: {
        refId,
        ...stats.of({ frames, isKnown: made.isKnown }),
        ...(compareMs > 0 && { timeShiftMs: compareMs }),
      },
    }
  }
}

function named(frame: Frame, refId: string, compareMs: number): Frame {
  const { meta } = frame
  if (meta.refId === refId && compareMs === 0) return frame
  return withMeta(frame, { refId, ...(compareMs > 0 && { meta: { ...meta.meta, timeShiftMs: compareMs } }) })
}
