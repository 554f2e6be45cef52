import { expect, it } from 'vitest'
import { toWaterfall } from './waterfall.ts'

const asked = { range: { from: 0, to: 1 }, timeZone: 'UTC', variables: {}, width: 800 }
const stats = {
  refId: 'A',
  source: 'datasource' as const,
  ms: 30,
  series: 1,
  points: 10,
  rows: 0,
  bytes: 500,
  steps: [
    { name: 'datasource' as const, start: 5, ms: 20 },
    { name: 'queue' as const, start: 0, ms: 5 },
    { name: 'encode' as const, start: 28, ms: 2 },
  ],
}

it('puts steps into the order in which they began, and what the browser did behind its waiting', () => {
  const { queries, browser, length } = toWaterfall({ asked, stats: [stats], ms: 50, decodeMs: 10 }, 16)
  expect(queries[0]!.bars).toEqual([
    { title: 'Waiting in line', start: 0, ms: 5 },
    { title: 'Data source', start: 5, ms: 20 },
    { title: 'Encoding', start: 28, ms: 2 },
  ])
  expect(browser).toEqual([
    { title: 'Host and network', start: 0, ms: 40 },
    { title: 'Reading the frames', start: 40, ms: 10 },
    { title: 'Drawing', start: 50, ms: 16 },
  ])
  expect(length).toBe(66)
})

it('has a length even where nothing took time', () => {
  expect(toWaterfall({ asked, stats: [], ms: 0, decodeMs: 0 }, undefined).length).toBe(0.01)
})
