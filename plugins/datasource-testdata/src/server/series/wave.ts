import { parseDuration } from '@orrery/sdk'
import type { Constant, CsvWave, Wave } from '../../query/series.ts'
import { TestdataError } from '../errors.ts'
import { numbered, type SeriesPlan } from './plan.ts'
import { sine } from './sine.ts'

const TEN_MINUTES = 600_000
const MINUTE = 60_000

/** From 0 to 1, by the share of the period that has passed. */
const shapes: Readonly<Record<Wave['shape'], (share: number, width: number) => number>> = {
  sine: (share) => (1 + sine(share)) / 2,
  triangle: (share) => 1 - Math.abs(2 * share - 1),
  sawtooth: (share) => share,
  square: (share) => (share < 0.5 ? 1 : 0),
  pulse: (share, width) => (share < width ? 1 : 0),
}

export function wave(query: Wave): SeriesPlan {
  const { shape, low = 0, high = 100, width = 0.1, series = 1, labels, legend, step } = query
  const period = (query.period && parseDuration(query.period)) || TEN_MINUTES
  return {
    series,
    legend,
    step,
    labelsAt: numbered(series, labels),
    prepare: (times) => (index) =>
      times.map((time) => {
        const periods = time / period - index / series
        return low + (high - low) * shapes[shape](periods - Math.floor(periods), width)
      }),
  }
}

/** Throws TESTDATA_VALUES_INVALID for what is no number. */
export function csvWave({ values: text, hold, labels, legend, step }: CsvWave): SeriesPlan {
  const values = text.split(',').map((cell, i) => parseValue(cell.trim(), i + 1))
  const holdMs = (hold && parseDuration(hold)) || MINUTE
  const valueAt = (time: number) => {
    const k = Math.floor(time / holdMs) % values.length
    return values[k < 0 ? k + values.length : k]!
  }
  return {
    series: 1,
    legend,
    step,
    labelsAt: numbered(1, labels),
    prepare: (times) => () => Array.from(times, valueAt),
  }
}

function parseValue(cell: string, place: number): number | null {
  if (cell === 'null') return null
  const value = Number(cell)
  if (cell === '' || !Number.isFinite(value)) throw new TestdataError('TESTDATA_VALUES_INVALID', { value: cell, place })
  return value
}

export const constant = ({ value = 42, labels, legend, step }: Constant): SeriesPlan => ({
  series: 1,
  legend,
  step,
  labelsAt: numbered(1, labels),
  prepare: (times) => () => times.map(() => value),
})
