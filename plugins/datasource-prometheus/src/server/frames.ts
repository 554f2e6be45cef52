import { defineTable, number, SeriesBuilder, text, time, withNotice, type Frame } from '@orrery/sdk'
import { toNumber, type Matrix, type QueryData, type Vector } from './answer.ts'

interface Naming {
  readonly refId: string
  /** `{{label}}` template for the names of the series. */
  readonly legend: string | undefined
}

const valueMeta = ({ legend }: Naming) => (legend ? { displayName: legend } : {})

export function toFrame(data: QueryData, naming: Naming, stepMs?: number): Frame {
  if (data.resultType === 'matrix') return matrixFrame(data, naming, stepMs)
  if (data.resultType === 'vector') return vectorFrame(data, naming)
  return data.resultType === 'scalar'
    ? vectorFrame({ resultType: 'vector', result: [{ metric: {}, value: data.result }] }, naming)
    : textFrame(data.result[1], naming)
}

function matrixFrame({ result }: Matrix, naming: Naming, stepMs?: number): Frame {
  const builder = new SeriesBuilder({
    refId: naming.refId,
    fields: { value: number(valueMeta(naming)) },
    ...(stepMs !== undefined && { step: stepMs }),
  })
  let histograms = 0
  for (const { metric, values } of result) {
    if (!values) {
      histograms++
      continue
    }
    const times = new Float64Array(values.length)
    const numbers = new Float64Array(values.length)
    for (let k = 0; k < values.length; k++) {
      times[k] = Math.round(values[k]![0] * 1000)
      numbers[k] = toNumber(values[k]![1])
    }
    builder.add(metric, times, numbers)
  }
  return noticed(builder.build(), histograms)
}

/** One row a series: its labels, the time and the value. A label that is called like one of these gets a prefix. */
function vectorFrame({ result }: Vector, naming: Naming): Frame {
  const samples = result.filter((series) => series.value !== undefined)
  const labels = [...new Set(samples.flatMap(({ metric }) => Object.keys(metric)))]
  const columnOf = (label: string) => (label === 'time' || label === 'value' ? `label.${label}` : label)
  const Vector = defineTable(
    {
      ...Object.fromEntries(labels.map((label) => [columnOf(label), text()])),
      time: time(),
      value: number(valueMeta(naming)),
    },
    'numeric',
  )
  const frame = Vector.fromColumns(
    {
      ...Object.fromEntries(
        labels.map((label) => [columnOf(label), samples.map(({ metric }) => metric[label] ?? null)]),
      ),
      time: Float64Array.from(samples, ({ value }) => Math.round(value![0] * 1000)),
      value: Float64Array.from(samples, ({ value }) => toNumber(value![1])),
    },
    { refId: naming.refId },
  )
  return noticed(frame, result.length - samples.length)
}

const Text = defineTable({ value: text() })
const textFrame = (value: string, { refId }: Naming): Frame => Text.fromRows([{ value }], { refId })

const Names = defineTable({ name: text() })
export const namesFrame = (names: readonly string[], refId: string): Frame =>
  Names.fromColumns({ name: names }, { refId })

function noticed(frame: Frame, histograms: number): Frame {
  if (histograms === 0) return frame
  const what = histograms === 1 ? 'One series is a native histogram' : `${histograms} series are native histograms`
  return withNotice(frame, {
    severity: 'warning',
    text: `${what} and cannot be shown as numbers; use histogram_quantile().`,
  })
}
