import { expect, it } from 'vitest'
import {
  defaultsOf,
  defineTable,
  number,
  ReduceOptions,
  reducerTitle,
  sayOnScale,
  SeriesBuilder,
  summarizeValues,
  text,
  valueScale,
  type Frame,
} from './index.ts'

const summarize = (frames: readonly Frame[], calculations: ReduceOptions['calculations'] = ['max']) =>
  summarizeValues(
    { frames, fieldConfig: { defaults: { unit: 'percent' }, overrides: [] }, timeZone: 'UTC' },
    { ...(defaultsOf(ReduceOptions) as ReduceOptions), calculations },
    ({ value, shown, index, total }) =>
      `${index + 1}/${total} ${value.name} ${sayOnScale(value, shown, valueScale(value))}`,
  )

it('tells of the first values what it is told to, and how many more there are', () => {
  const many = defineTable({ value: number() }).fromColumns({ value: new Float64Array(1000) })
  expect(summarize([many])).toMatch(/^1\/1000 value 0% of 0% to 100%; 2\/1000 .* And 995 more values\.$/)
})

it('tells of a text, and of a missing value, without what it would be measured by', () => {
  const rows = [{ host: 'a', load: null }]
  expect(summarize([defineTable({ host: text(), load: number() }).fromRows(rows)])).toBe('1/1 {host="a"} –.')
})

it('names values by what calculates them where that is several', () => {
  const series = new SeriesBuilder().add({}, [0, 1], [1, 2]).build()
  expect(summarize([series], ['min', 'max'])).toBe('1/2 Lowest 1% of 0% to 100%; 2/2 Highest 2% of 0% to 100%.')
  expect(reducerTitle('p99')).toBe('Percentile 99')
})

it('says when there are none', () => {
  expect(summarize([new SeriesBuilder().build()])).toBe('No values.')
})
