import { number, SeriesBuilder, withNotice, type Frame, type LiveUpdate, type QueryRequest } from '@orrery/sdk'
import { setTimeout } from 'node:timers/promises'
import { gridOf, type Grid } from '../grid.ts'
import { cutOff } from '../notices.ts'
import type { PointValues, SeriesPlan } from './plan.ts'

export function answerSeries(plan: SeriesPlan, request: QueryRequest<unknown>): Frame {
  return build(plan, request, gridOf(request, plan.step, request.budget.maxPoints))
}

function build(plan: SeriesPlan, { refId, signal, budget }: QueryRequest<unknown>, grid: Grid): Frame {
  const { stepMs, times } = grid
  const series = Math.min(plan.series, budget.maxSeries)
  const meta = plan.legend === undefined ? {} : { displayName: plan.legend }
  const builder = new SeriesBuilder({ refId, step: stepMs, fields: { value: number(meta) } })
  const valuesAt = plan.prepare(times)
  for (let index = 0; index < series; index++) {
    signal.throwIfAborted()
    addPoints(builder, plan.labelsAt(index), times, valuesAt(index))
  }
  return [
    ...cutOff(grid.isCut, 'latest', budget.maxPoints, 'points of each series'),
    ...cutOff(series < plan.series, 'first', budget.maxSeries, 'series of the query'),
  ].reduce<Frame>(withNotice, builder.build())
}

function addPoints(builder: SeriesBuilder, labels: Record<string, string>, times: Float64Array, values: PointValues) {
  if (values instanceof Float64Array || !values.includes(undefined)) {
    // There is no undefined among them, which the compiler does not see.
    builder.add(labels, times, values as ArrayLike<number | null>)
    return
  }
  const there = values.flatMap((value, k) => (value === undefined ? [] : [{ time: times[k]!, value }]))
  const [thereTimes, thereValues] = [there.map(({ time }) => time), there.map(({ value }) => value)]
  builder.add(labels, thereTimes, thereValues)
}

/** The series of a range, then each of their points when its time has come. */
export async function* followSeries(
  plan: SeriesPlan,
  request: QueryRequest<unknown>,
): AsyncGenerator<LiveUpdate, void> {
  const { signal, budget } = request
  const grid = gridOf(request, plan.step, budget.maxPoints)
  yield build(plan, request, grid)
  const series = Math.min(plan.series, budget.maxSeries)
  for (let time = nextAfter(grid, request.range.to); ; time += grid.stepMs) {
    await setTimeout(Math.max(0, time - Date.now()), undefined, { signal })
    const valuesAt = plan.prepare(Float64Array.of(time))
    yield { time, values: Float64Array.from({ length: series }, (_, index) => valuesAt(index)[0] ?? NaN) }
  }
}

const nextAfter = ({ stepMs }: Grid, time: number) => (Math.floor(time / stepMs) + 1) * stepMs
