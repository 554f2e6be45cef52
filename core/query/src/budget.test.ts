import { decode, defineTable, encode, number, SeriesBuilder, text, type SeriesFrame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'

import { budgetFor, createBudgetGate, defaultBudget, withinBudget } from './budget.ts'

const budget = { ...defaultBudget, maxSeries: 3, maxPoints: 4, maxRows: 3 }

const series = (refId: string, count: number, times: readonly number[]) => {
  const builder = new SeriesBuilder({ refId })
  for (let i = 0; i < count; i++)
    builder.add(
      { host: `${refId}${i}` },
      times,
      times.map((_, k) => i * 100 + k),
    )
  return builder.build()
}
const content = (frame: SeriesFrame) =>
  Array.from(frame, ({ labels, time, values }) => [labels['host'], [...time], [...values]])
const notices = (frame: SeriesFrame) => frame.meta.notices?.map((notice) => notice.text)

const regular = [0, 1000, 2000]
const ragged = [0, 700, 2000]

const Rows = defineTable({ name: text(), size: number() })
const rows = (count: number) => Rows.fromRows(Array.from({ length: count }, (_, i) => ({ name: `n${i}`, size: i })))

it('lets through the names of a large system, and no more data for it', () => {
  const { maxRows, ...others } = budgetFor('completion')
  expect(maxRows).toBeGreaterThanOrEqual(100_000)
  expect(defaultBudget).toMatchObject(others)
  expect(budgetFor('data')).toBe(defaultBudget)
})

describe('withinBudget', () => {
  it('leaves frames alone that keep within it', () => {
    const frames = [series('A', 3, regular), rows(3)]
    const kept = withinBudget(frames, budget)
    expect(kept).toEqual(frames)
    expect(kept[0]).toBe(frames[0])
  })

  it.each([
    ['regular', regular],
    ['ragged', ragged],
  ])('cuts series with %s times off, over all frames of the query, and says so', (_, times) => {
    const [first, second] = withinBudget([series('A', 2, times), series('A', 2, times)], budget) as SeriesFrame[]
    expect(notices(first!)).toBeUndefined()
    expect(content(second!)).toEqual([['A0', times, [0, 1, 2]]])
    expect(notices(second!)).toEqual(['The result was cut off: only the first 3 series of the query are shown.'])
  })

  it.each([
    ['regular', [0, 1000, 2000, 3000, 4000, 5000]],
    ['ragged', [0, 700, 2000, 3100, 4000, 5000]],
  ])('keeps the latest points of series with %s times', (_, times) => {
    const [frame] = withinBudget([series('A', 2, times)], budget) as SeriesFrame[]
    expect(content(frame!)).toEqual([
      ['A0', times.slice(2), [2, 3, 4, 5]],
      ['A1', times.slice(2), [102, 103, 104, 105]],
    ])
    expect(notices(frame!)).toEqual(['The result was cut off: only the latest 4 points of each series are shown.'])
  })

  it('keeps frames that travel', () => {
    const times = [0, 700, 2000, 3100, 4000, 5000]
    const [frame] = withinBudget([series('A', 5, times)], budget) as SeriesFrame[]
    const arrived = decode(encode(frame!)) as SeriesFrame
    expect([content(arrived), notices(arrived)]).toEqual([content(frame!), notices(frame!)])
  })

  it('cuts rows off', () => {
    const [frame, none] = withinBudget([rows(5), rows(1)], budget)
    expect(frame).toMatchObject({ length: 3 })
    expect(none).toMatchObject({ length: 0 })
    expect(frame!.meta.notices).toEqual([
      { severity: 'warning', text: 'The result was cut off: only the first 3 rows of the query are shown.' },
    ])
  })
})

it('a gate says when it is full', () => {
  const gate = createBudgetGate(budget)
  gate.admit(rows(3))
  expect(gate.isFull()).toBe(false)
  gate.admit(rows(1))
  expect(gate.isFull()).toBe(true)
})
