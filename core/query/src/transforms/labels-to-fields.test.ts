import { number, SeriesBuilder } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { labelsToFields } from './labels-to-fields.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const series = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }) } })
  .add({ host: 'a', job: 'x' }, [1, 2], [1, 2])
  .add({ host: 'b', job: 'x' }, [2, 3], [20, null])
  .add({ job: 'y' }, [2], [5])
  .build()

describe('labelsToFields', () => {
  copesWithOddFrames(labelsToFields)
  copesWithOddFrames(labelsToFields, { valueLabel: 'host' })
  copesWithOddFrames(labelsToFields, { mode: 'rows' })

  it('makes columns of labels, behind time and value', () => {
    expect(cellsOf(applyTo(labelsToFields, [series]).frames[0])).toEqual(
      Object.entries({
        time: [1, 2, 2, 3, 2],
        value: [1, 2, 20, null, 5],
        host: ['a', 'a', 'b', 'b', null],
        job: ['x', 'x', 'x', 'x', 'y'],
      }),
    )
  })

  it('keeps the labels that are named, and says which are not there', () => {
    const { frames, notices } = applyTo(labelsToFields, [series], { labels: ['job', 'nope'] })
    expect(cellsOf(frames[0])!.map(([name]) => name)).toEqual(['time', 'value', 'job'])
    expect(notices).toEqual([{ severity: 'warning', text: 'No series has a label "nope".' }])
  })

  it('names values by a label, and makes one of rows that are equal in all else', () => {
    expect(cellsOf(applyTo(labelsToFields, [series], { valueLabel: 'host' }).frames[0])).toEqual(
      Object.entries({
        time: [1, 2, 3, 2],
        a: [1, 2, null, null],
        b: [null, 20, null, null],
        value: [null, null, null, 5],
        job: ['x', 'x', 'x', 'y'],
      }),
    )
  })

  it('calls columns by the label and the field, where there are several', () => {
    const two = new SeriesBuilder({ fields: { in: number(), out: number() } })
      .add({ host: 'a' }, [1], { in: [1], out: [2] })
      .add({ host: 'b' }, [1], { in: [3], out: [4] })
      .build()
    expect(cellsOf(applyTo(labelsToFields, [two], { valueLabel: 'host' }).frames[0])).toEqual(
      Object.entries({ time: [1], 'a in': [1], 'b in': [3], 'a out': [2], 'b out': [4] }),
    )
  })

  it('makes a table of its labels for each series', () => {
    const { frames } = applyTo(labelsToFields, [series], { mode: 'rows' })
    expect(frames.map((frame) => [frame.meta.name, cellsOf(frame)])).toEqual([
      ['{host="a", job="x"}', Object.entries({ label: ['host', 'job'], value: ['a', 'x'] })],
      ['{host="b", job="x"}', Object.entries({ label: ['host', 'job'], value: ['b', 'x'] })],
      ['{job="y"}', Object.entries({ label: ['job'], value: ['y'] })],
    ])
  })
})
