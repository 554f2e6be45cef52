import { Type, validate } from '@orrery/sdk'

/** One figure of the server's work. */
export interface Stat {
  readonly title: string
  readonly value: number
  readonly unit?: string
}

const amount = Type.Optional(Type.Number())
const Stats = Type.Object({
  timings: Type.Optional(
    Type.Object({ evalTotalTime: amount, execQueueTime: amount, queryPreparationTime: amount, execTotalTime: amount }),
  ),
  samples: Type.Optional(Type.Object({ totalQueryableSamples: amount, peakSamples: amount })),
  // VictoriaMetrics, which gives the first as a text: https://docs.victoriametrics.com/victoriametrics/#prometheus-querying-api-usage
  seriesFetched: Type.Optional(Type.Union([Type.String(), Type.Number()])),
  executionTimeMsec: amount,
})

/** The figures that `stats=true` brings, whichever the server has; none for what has another form. */
export function toStats(given: unknown): readonly Stat[] {
  const checked = validate(Stats, given)
  if (!checked.ok) return []
  const { timings = {}, samples = {}, seriesFetched, executionTimeMsec } = checked.value
  const all: [title: string, value: number | undefined, unit?: string][] = [
    ['Total time', timings.execTotalTime, 's'],
    ['Evaluation', timings.evalTotalTime, 's'],
    ['Preparation', timings.queryPreparationTime, 's'],
    ['In the queue', timings.execQueueTime, 's'],
    ['Samples read', samples.totalQueryableSamples],
    ['Most samples at once', samples.peakSamples],
    ['Series read', seriesFetched === undefined ? undefined : Number(seriesFetched)],
    ['Total time', executionTimeMsec, 'ms'],
  ]
  return all.flatMap(([title, value, unit]) =>
    value === undefined || !Number.isFinite(value) ? [] : [{ title, value, ...(unit && { unit }) }],
  )
}
