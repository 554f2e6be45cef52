import { DEFAULT_SEED } from '../../query/common.ts'
import type { ManySeries, RandomWalk } from '../../query/series.ts'
import { Dice } from '../dice.ts'
import { Walks, within } from '../walk.ts'
import { numbered, type PointValues, type SeriesPlan } from './plan.ts'

const NOISE = 1
const NULLS = 2
const DROP = 3

export function randomWalk(query: RandomWalk): SeriesPlan {
  const { series = 1, start = 50, spread = 10, seed = DEFAULT_SEED, labels, legend, step } = query
  const bound = within(query.min ?? -Infinity, query.max ?? Infinity)
  const isBound = query.min !== undefined || query.max !== undefined
  return {
    series,
    legend,
    step,
    labelsAt: numbered(series, labels),
    prepare: (times) => {
      const walks = new Walks(times)
      return (index) => {
        const values = walks.values({ seed, series: index, start, spread })
        if (query.noise) addNoise(values, times, query.noise, new Dice(seed, index, NOISE))
        return withHoles(query, index, times, isBound ? values.map(bound) : values)
      }
    },
  }
}

function addNoise(values: Float64Array, times: Float64Array, most: number, dice: Dice): void {
  for (let k = 0; k < values.length; k++) values[k]! += most * (2 * dice.unit(times[k]!) - 1)
}

function withHoles(
  { nulls = 0, drop = 0, seed = DEFAULT_SEED }: RandomWalk,
  index: number,
  times: Float64Array,
  values: Float64Array,
): PointValues {
  if (nulls === 0 && drop === 0) return values
  const missing = new Dice(seed, index, NULLS)
  const absent = new Dice(seed, index, DROP)
  return Array.from(values, (value, k) => {
    if (absent.unit(times[k]!) < drop) return undefined
    return missing.unit(times[k]!) < nulls ? null : value
  })
}

/** As a cluster names its series: a few namespaces, services in each, and pods of these. */
export function manySeries({ series = 1000, seed = DEFAULT_SEED, legend, step }: ManySeries): SeriesPlan {
  return {
    ...randomWalk({ type: 'randomWalk', series, seed, min: 0 }),
    legend,
    step,
    labelsAt: (index) => {
      const service = index % 97
      return { namespace: `team-${service % 7}`, service: `service-${service}`, pod: `service-${service}-${index}` }
    },
  }
}
