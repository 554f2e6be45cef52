import { defineTable, number, SeriesBuilder } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { joinByLabels } from './join-by-labels.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const temperatures = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 'celsius' }) } })
  .add({ what: 'Temp', cluster: 'A', job: 'J1' }, [1, 2], [10, 200])
  .add({ what: 'Temp', cluster: 'B', job: 'J1' }, [1, 2], [30, 400])
  .build()
const speeds = new SeriesBuilder({ refId: 'B' })
  .add({ what: 'Speed', cluster: 'B', job: 'J1' }, [22, 28], [22, 77])
  .build()

describe('joinByLabels', () => {
  copesWithOddFrames(joinByLabels)
  copesWithOddFrames(joinByLabels, { value: 'host' })

  it('makes a column of each value of a label', () => {
    const { frames } = applyTo(joinByLabels, [temperatures, speeds], { value: 'what' })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        cluster: ['A', 'A', 'B', 'B'],
        job: ['J1', 'J1', 'J1', 'J1'],
        Temp: [10, 200, 30, 400],
        Speed: [null, null, 22, 77],
      }),
    )
    expect(frames[0]!.kind !== 'series' && frames[0]!.field('Temp').meta).toEqual({ unit: 'celsius' })
  })

  it('joins by the labels that are named; of several series the last counts', () => {
    const { frames } = applyTo(joinByLabels, [temperatures, speeds], { value: 'what', join: ['job', 'nope'] })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ job: ['J1', 'J1'], nope: [null, null], Temp: [30, 400], Speed: [22, 77] }),
    )
  })

  it('leaves tables behind the result, and says which series have no such label', () => {
    const table = defineTable({ n: number() }).fromRows([{ n: 1 }])
    const bare = new SeriesBuilder({ refId: 'C' }).add({}, [1], [1]).build()
    const { frames, notices } = applyTo(joinByLabels, [table, speeds, bare], { value: 'what' })
    expect([frames.length, frames[1]]).toEqual([2, table])
    expect(notices[0]!.text).toBe('1 series have no label "what", and are left out.')
  })

  it('leaves series of which none has the label, and says so', () => {
    const { frames, notices } = applyTo(joinByLabels, [speeds], { value: 'nope' })
    expect([frames[0], notices[0]!.text]).toEqual([speeds, 'No series has a label "nope": nothing is joined.'])
  })
})
