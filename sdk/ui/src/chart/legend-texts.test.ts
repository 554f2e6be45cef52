import { defaultsOf, LegendOptions } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { legendHeadings, legendSort, legendValues } from './legend-texts.ts'

// All options have defaults.
const defaults = defaultsOf(LegendOptions) as LegendOptions
const legend: LegendOptions = { ...defaults, values: ['max', 'count'] }

it('says the values of an entry in its unit, but counts without one', () => {
  expect(legendValues(legend, Float64Array.of(1, 3, NaN), { unit: 'percent' }, 'UTC')).toEqual({
    values: ['3%', '2'],
    numbers: [3, 2],
  })
  expect(legendHeadings(legend)).toEqual(['Highest', 'Number of values'])
})

it('is sorted by a value that it has', () => {
  expect([
    legendSort(legend),
    legendSort({ ...legend, sortBy: 'count' }),
    legendSort({ ...legend, sortBy: 'max', sortDescending: false }),
    legendSort({ ...legend, sortBy: 'mean' }),
  ]).toEqual([undefined, { by: 1, isDescending: true }, { by: 0, isDescending: false }, undefined])
})
