import { defineTable, number, withMeta, type Frame } from '@orrery/frames'
import { expect, it } from 'vitest'
import { createCollector } from './panel-data.ts'

const table = defineTable({ value: number() })
const frameOf = (value: number, meta: Frame['meta'] = {}) => withMeta(table.fromRows([{ value }]), meta)
const asked = { range: { from: 0, to: 1 }, timeZone: 'UTC', variables: {}, width: 100 }
const valuesOf = (frames: readonly Frame[]) =>
  frames.map((frame) => frame.kind !== 'series' && frame.fields.get('value')!.at(0))

it('puts answers into the order of the queries, and what is compared with after what is now', () => {
  const collector = createCollector(['A', 'B'], asked)
  const earlier = { meta: { timeShiftMs: 1000 } }
  collector.take({ header: { id: 'p', refId: 'B', part: 0 }, frame: frameOf(3) })
  collector.take({ header: { id: 'p', refId: 'A', part: 1 }, frame: frameOf(2, earlier) })
  collector.take({ header: { id: 'p', refId: 'A', part: 2 }, frame: frameOf(1) })
  expect(valuesOf(collector.frames())).toEqual([1, 2, 3])
})

it('leaves what was shaped of all in the order in which it came', () => {
  const collector = createCollector(['A', 'B'], asked)
  collector.take({ header: { id: 'p', part: 0 }, frame: frameOf(1, { refId: 'B', meta: { timeShiftMs: 1000 } }) })
  collector.take({ header: { id: 'p', part: 1 }, frame: frameOf(2, { refId: 'A' }) })
  expect(valuesOf(collector.frames())).toEqual([1, 2])
})
