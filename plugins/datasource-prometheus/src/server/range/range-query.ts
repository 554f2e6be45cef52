import type { Budget, QueryRequest } from '@orrery/sdk'
import { AnswerReader, type Answer, type AnswerOptions } from '../answer.ts'
import type { Api } from '../api.ts'
import { promSeconds, type Grid } from '../step.ts'
import type { KeptRanges } from './kept-ranges.ts'
import { isSlidable } from './slidable.ts'

export interface RangeOptions extends AnswerOptions {
  readonly grid: Grid
  readonly budget: Budget
  /** What the kind of server asks for. */
  readonly params: Readonly<Record<string, string>>
  readonly signal: QueryRequest<unknown>['signal']
}

/** Evaluates an expression over a range, by what is kept of it where that may be. */
export async function askRange(
  api: Api,
  kept: KeptRanges | undefined,
  expr: string,
  options: RangeOptions,
): Promise<Answer> {
  const { grid, params, signal, budget, legend, top } = options
  const fetch = async ({ from, to, stepMs }: Grid) => {
    const reader = new AnswerReader({ ...options, stepMs })
    const range = { start: promSeconds(from), end: promSeconds(to), step: promSeconds(stepMs) }
    const all = { query: expr, ...range, stats: 'true', ...params }
    return reader.finish(await api.query('query_range', all, reader.data, signal))
  }
  // The highest of a whole range are not those of its tail.
  if (!kept || top || !isSlidable(expr)) return fetch(grid)
  const { maxSeries, maxPoints } = budget
  const key = JSON.stringify([expr, grid.stepMs, legend, params, maxSeries, maxPoints])
  return kept.ask({ key, grid, maxSeries, fetch })
}
