import { defineTable, Exemplars, HeatmapCells, number, SeriesBuilder, withMeta, type Frame } from '@orrery/frames'
import { expect, it } from 'vitest'
import { pluginList } from '../plugins/plugin-list.ts'
import { sectionsOf } from './sections.ts'

const panel = (id: string, accepts: readonly string[], explores?: readonly string[]) => ({
  kind: 'panel',
  id,
  title: id,
  accepts,
  ...(explores && { explores }),
})
const contributes = [
  panel('gauge', ['series', 'table']),
  panel('lines', ['series', 'table', 'exemplars'], ['series']),
  panel('rows', ['table', 'exemplars'], ['table']),
]
pluginList.value = { plugins: [{ id: 'p', version: '1', title: 'P', base: '', contributes }], problems: [] }

const named = (refId: string, frame: Frame) => withMeta(frame, { refId })
const series = new SeriesBuilder({ fields: { value: number() } }).add({}, [0], [1]).build()
const table = defineTable({ value: number() }).fromRows([{ value: 1 }])
const exemplars = Exemplars.fromRows([{ time: 0, value: 1 }])
const cells = HeatmapCells.fromRows([])

it('draws series together with what belongs to them, and everything else by query', () => {
  const frames = [
    named('A', series),
    named('A', exemplars),
    named('B', series),
    named('B', table),
    named('C', table),
    named('C', cells),
  ]
  const found = sectionsOf(frames).map((section) => [
    section.panel?.id,
    section.refId,
    section.frames.map(({ kind, meta }) => `${meta.refId} ${kind}`),
  ])
  expect(found).toEqual([
    ['lines', undefined, ['A series', 'A exemplars', 'B series']],
    ['rows', 'B', ['B table']],
    ['rows', 'C', ['C table']],
    [undefined, 'C', ['C heatmap-cells']],
  ])
})
