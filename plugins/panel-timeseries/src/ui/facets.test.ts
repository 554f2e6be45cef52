import { SeriesBuilder } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { readSeries } from '../series.ts'
import { hasFacet, toFacets } from './facets.ts'

const frame = new SeriesBuilder()
  .add({ job: 'api', zone: 'b', pod: '1' }, [0], [1])
  .add({ job: 'api', zone: 'a', pod: '2' }, [0], [1])
  .add({ job: 'api', zone: 'a' }, [0], [1])
  .build()
const { series } = readSeries([frame], { defaults: {}, overrides: [] }, 10)

it('offers what tells series apart, and how many have it', () => {
  expect(toFacets(series).map(({ label, hint }) => [label, hint])).toEqual([
    ['pod = 1', '1'],
    ['pod = 2', '1'],
    ['zone = a', '2'],
    ['zone = b', '1'],
  ])
})

it('leaves those that have the value, and all where nothing is chosen', () => {
  const left = (facet: Parameters<typeof hasFacet>[1]) => series.filter((one) => hasFacet(one, facet)).length
  expect([left('zone = a'), left('pod = 2'), left(undefined)]).toEqual([2, 1, 3])
})
