import { PrometheusError } from './errors.ts'

export type Sample = readonly [seconds: number, value: string]
export interface Matrix {
  readonly resultType: 'matrix'
  readonly result: readonly { readonly metric: Readonly<Record<string, string>>; readonly values?: readonly Sample[] }[]
}
export interface Vector {
  readonly resultType: 'vector'
  readonly result: readonly { readonly metric: Readonly<Record<string, string>>; readonly value?: Sample }[]
}
export interface Single {
  readonly resultType: 'scalar' | 'string'
  readonly result: Sample
}
export type QueryData = Matrix | Vector | Single

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isSample = (value: unknown): value is Sample =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string'
const isLabels = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string')

/**
 * Checks the `data` of a query's answer. Native histograms come as `histograms` beside or instead of `values` and are
 * left out here.
 */
export function parseQueryData(data: unknown, url: string): QueryData {
  const invalid = (reason: string) => new PrometheusError('PROMETHEUS_ANSWER_INVALID', { url, reason })
  if (!isObject(data)) throw invalid('"data" is no object')
  const { resultType, result } = data
  if (resultType === 'scalar' || resultType === 'string') {
    if (!isSample(result)) throw invalid(`the ${resultType} is no [time, "value"]`)
    return { resultType, result }
  }
  if (resultType !== 'matrix' && resultType !== 'vector') throw invalid(`"resultType" is ${JSON.stringify(resultType)}`)
  if (!Array.isArray(result)) throw invalid('"result" is no list')
  for (const series of result as readonly unknown[]) {
    if (!isObject(series) || !isLabels(series['metric'])) throw invalid('a series has no "metric" of texts')
    const { value, values } = series
    if (resultType === 'vector' && value !== undefined && !isSample(value))
      throw invalid('a value is no [time, "value"]')
    if (resultType === 'matrix' && values !== undefined && !(Array.isArray(values) && values.every(isSample)))
      throw invalid('"values" is no list of [time, "value"]')
  }
  // Just checked, series by series.
  return { resultType, result } as QueryData
}

export function parseNames(data: unknown, url: string): readonly string[] {
  if (Array.isArray(data) && data.every((name) => typeof name === 'string')) return data
  throw new PrometheusError('PROMETHEUS_ANSWER_INVALID', { url, reason: '"data" is no list of names' })
}

/** A sample value as a number: Prometheus writes +Inf, -Inf and NaN besides what JSON's numbers can be. */
export function toNumber(value: string): number {
  if (value === '+Inf') return Infinity
  if (value === '-Inf') return -Infinity
  return Number(value)
}
