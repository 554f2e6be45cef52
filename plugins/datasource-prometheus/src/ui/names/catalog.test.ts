import { defineTable, optional, text, withNotice } from '@orrery/sdk'
import { expect, it, vi } from 'vitest'
import type { Query } from '../../options.ts'
import { createCatalog } from './catalog.ts'

const MetricTable = defineTable({
  name: text(),
  type: optional(text()),
  help: optional(text()),
  unit: optional(text()),
})
const NameTable = defineTable({ name: text() })
const names = ['backup_size', 'startup_seconds', 'up']

/** A server of a few metrics that answers the first two of each search, in the order of their names. */
function createServer() {
  const asked: Query[] = []
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const catalog = createCatalog(async (query, options) => {
    expect(options?.purpose).toBe('completion')
    asked.push(query)
    if (query.type !== 'metrics') return [NameTable.fromRows([{ name: 'job' }])]
    if (!query.search) await opened
    const rows = names.filter((name) => name.includes(query.search ?? '')).slice(0, query.search ? 2 : 10)
    const frame = MetricTable.fromRows(rows.map((name) => ({ name, type: 'gauge' })))
    return [rows.length < 2 || !query.search ? frame : withNotice(frame, { severity: 'warning', text: 'cut off' })]
  })
  return { catalog, asked, open: () => open() }
}

it('searches on the server until all metrics are here, and then finds the best by itself', async () => {
  const { catalog, asked, open } = createServer()
  const first = await catalog.metrics('up')
  expect([first.items.map(({ name }) => name), first.isCutOff]).toEqual([['backup_size', 'startup_seconds'], true])
  open()
  await vi.waitFor(async () => expect((await catalog.metrics('up')).items[0]?.name).toBe('up'))
  const before = asked.length
  expect(await catalog.metrics('start_sec')).toEqual({
    items: [{ name: 'startup_seconds', type: 'gauge', help: '', unit: '' }],
    isCutOff: false,
  })
  expect((await catalog.allMetrics()).items).toHaveLength(3)
  expect(asked.length).toBe(before)
})

it('asks for names of a selector once', async () => {
  const { catalog, asked } = createServer()
  await catalog.labels('', 'up{job="a"}')
  await catalog.labels('j', 'up{job="a"}')
  await catalog.values('job', '', 'up')
  expect(asked).toEqual([
    { type: 'labels', match: 'up{job="a"}', limit: 500 },
    { type: 'labelValues', label: 'job', match: 'up', limit: 500 },
  ])
})
