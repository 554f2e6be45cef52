import { defineTable, number, SeriesBuilder } from '@orrery/sdk'
import { beforeEach, expect, it } from 'vitest'
import { pluginList } from '../plugins/plugin-list.ts'
import { suggestTypes } from './suggestions.ts'

const panel = (id: string, accepts: readonly string[], explores: readonly string[] = []) => ({
  kind: 'panel',
  id,
  title: id,
  accepts,
  explores,
})
beforeEach(() => {
  const contributes = [
    panel('bars', ['numeric', 'table', 'series']),
    panel('lines', ['series', 'table'], ['series']),
    panel('rows', ['table', 'numeric', 'series'], ['table', 'numeric']),
    panel('cells', ['heatmap-cells'], ['heatmap-cells']),
  ]
  const plugin = { id: '@acme/p', version: '1.0.0', title: 'P', base: '', contributes }
  pluginList.value = { plugins: [plugin], problems: [] }
})
const ids = (...frames: Parameters<typeof suggestTypes>[0]) => suggestTypes(frames).map(({ id }) => id)
const series = (points: number) => {
  const times = Array.from({ length: points }, (_, i) => i)
  return new SeriesBuilder({ refId: 'A' }).add({ job: 'a' }, times, times).build()
}

it('puts first what draws and explores such data', () => {
  expect(ids(series(3))).toEqual(['lines', 'bars', 'rows'])
  expect(ids(defineTable({ a: number() }).fromRows([{ a: 1 }, { a: 2 }]))).toEqual(['rows', 'bars', 'lines'])
})

it('takes series of one value for numbers', () => {
  expect(ids(series(1))).toEqual(['rows', 'lines', 'bars'])
})

it('suggests nothing where there is nothing', () => {
  expect([ids(), ids(defineTable({ a: number() }).fromRows([]))]).toEqual([[], []])
})
