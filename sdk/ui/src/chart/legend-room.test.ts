import { defaultsOf, LegendOptions } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { shareLegendRoom } from './legend-room.ts'

// All options have defaults.
const defaults = defaultsOf(LegendOptions) as LegendOptions
const share = (width: number, height: number, count: number, patch: Partial<LegendOptions> = {}, above = 0) =>
  shareLegendRoom(
    { width, height },
    { ...defaults, ...patch },
    Array.from({ length: count }, (_, i) => ({ name: `series ${i}`, color: '#fff', values: [] })),
    above,
  )

it('gives the legend a line where its names fit into one', () => {
  expect(share(600, 300, 2)).toEqual({
    chart: { width: 600, height: 274 },
    legend: { width: 600, height: 22, beside: false },
  })
})

it('gives the legend more lines, but at most a third of the height', () => {
  expect(share(600, 300, 12).legend?.height).toBe(44)
  expect(share(600, 300, 500).legend?.height).toBe(100)
  expect(share(600, 300, 3, { mode: 'table' }).legend?.height).toBe(88)
})

it('puts the legend beside the chart, at most a third wide', () => {
  const { chart, legend } = share(900, 300, 3, { placement: 'right' })
  expect(legend).toEqual({ width: 88, height: 300, beside: true })
  expect(chart).toEqual({ width: 808, height: 300 })
})

it('puts it below where there is no room beside, and leaves it out where there is none at all', () => {
  expect(share(300, 300, 3, { placement: 'right' }).legend?.beside).toBe(false)
  expect([share(300, 90, 3).legend, share(600, 300, 3, { mode: 'hidden' }).legend, share(600, 300, 0).legend]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

it('has room for what stands above the entries, and beside the chart the width that one says', () => {
  expect(share(600, 300, 2, {}, 38).legend?.height).toBe(60)
  expect(share(900, 300, 3, { placement: 'right', width: 250 }).chart.width).toBe(646)
})
