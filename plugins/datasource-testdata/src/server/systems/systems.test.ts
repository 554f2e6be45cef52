import { Edges, Flamegraph, Logs, Nodes, Spans, type Frame } from '@orrery/sdk'
import { expect, it } from 'vitest'
import type { Query } from '../../query.ts'
import { ask } from '../../testing.ts'

const HOUR = 3_600_000
const range = { from: 1_750_000_000_000 - HOUR, to: 1_750_000_000_000 }
const rowsOf = (frame: Frame | undefined) => {
  if (!frame || frame.kind === 'series') throw new Error('no table')
  return { frame, rows: Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)) }
}
const tableOf = async (query: Query) => rowsOf((await ask(query, { range }))[0])

it('has traces whose spans lie within their parents', async () => {
  const { frame, rows } = await tableOf({ type: 'traces', limit: 60 })
  const { start, duration, spanId, parentSpanId, traceId, status } = Spans.read(frame)
  const placeOf = new Map(rows.map((_, i) => [`${traceId.at(i)} ${spanId.at(i)}`, i]))
  expect(placeOf.size).toBe(rows.length)
  const endOf = (i: number) => start.at(i)! + BigInt(duration.at(i)!)
  let roots = 0
  for (let i = 0; i < rows.length; i++) {
    const parentId = parentSpanId?.at(i) ?? null
    if (parentId === null) {
      roots++
      continue
    }
    const parent = placeOf.get(`${traceId.at(i)} ${parentId}`)!
    expect(start.at(i)! >= start.at(parent)!).toBe(true)
    expect(endOf(i) <= endOf(parent)).toBe(true)
    if (status!.at(i) === 'error') expect(status!.at(parent)).toBe('error')
  }
  expect(roots).toBe(new Set(rows.map((row) => row['traceId'])).size)
  expect(rows.some((row) => row['status'] === 'error' && Array.isArray(row['events']))).toBe(true)
})

it('finds the traces that exemplars and logs name', async () => {
  const { rows } = await tableOf({ type: 'exemplars', seed: 3 })
  const { frame } = await tableOf({ type: 'logs', seed: 3 })
  const { attributes } = Logs.read(frame)
  const ofLog = (attributes!.at(0) as { trace_id: string }).trace_id
  for (const traceId of [rows[0]!['traceId'] as string, ofLog]) {
    const found = await tableOf({ type: 'traces', seed: 3, traceId })
    expect(found.rows.length).toBeGreaterThan(0)
    expect(found.rows.every((row) => row['traceId'] === traceId)).toBe(true)
    expect((await tableOf({ type: 'traces', seed: 4, traceId })).rows).toHaveLength(0)
  }
})

it('has a graph whose edges lead from node to node, as one set', async () => {
  const [nodes, edges] = (await ask({ type: 'nodeGraph', nodes: 200 })).map(rowsOf)
  expect(nodes!.frame.meta.meta).toEqual({ set: 'graph-A' })
  expect(edges!.frame.meta.meta).toEqual(nodes!.frame.meta.meta)
  const { id } = Nodes.read(nodes!.frame)
  const { id: edgeId, source, target } = Edges.read(edges!.frame)
  const ids = new Set(nodes!.rows.map((_, i) => id.at(i)))
  expect(ids.size).toBe(200)
  expect(new Set(edges!.rows.map((_, i) => edgeId.at(i))).size).toBe(edges!.rows.length)
  for (let i = 0; i < edges!.rows.length; i++) expect(ids.has(source.at(i)) && ids.has(target.at(i))).toBe(true)
  expect((await ask({ type: 'nodeGraph', nodes: 1 })).map(({ length }) => length)).toEqual([1, 0])
})

it('has flame graphs in which children add up to no more than their parent', async () => {
  const { frame, rows } = await tableOf({ type: 'flamegraph', depth: 10, compare: true })
  const { level, value, self, valueRight, selfRight } = Flamegraph.read(frame)
  expect(Math.max(...rows.map((_, i) => level.at(i)!))).toBe(9)
  for (let i = 0; i < rows.length; i++) {
    const children: number[] = []
    for (let k = i + 1; k < rows.length && level.at(k)! > level.at(i)!; k++)
      if (level.at(k) === level.at(i)! + 1) children.push(k)
    const sum = (column: typeof value) => children.reduce((total, k) => total + column.at(k)!, 0)
    expect(self.at(i)! + sum(value)).toBe(value.at(i))
    expect(selfRight!.at(i)! + sum(valueRight!)).toBe(valueRight!.at(i))
    expect(self.at(i)).toBeGreaterThanOrEqual(0)
  }
})

it('has logs to the nanosecond, newest first, of several lines, streams and levels', async () => {
  const { rows } = await tableOf({ type: 'logs', perMinute: 60, streams: 5, multiline: 0.2, limit: 5000 })
  const times = rows.map((row) => row['time'] as bigint)
  expect(times).toEqual(times.toSorted((a, b) => (a > b ? -1 : 1)))
  expect(times.some((time) => time % 1000n !== 0n)).toBe(true)
  expect(new Set(rows.map((row) => JSON.stringify(row['labels']))).size).toBe(5)
  expect(new Set(rows.map((row) => row['severity'])).size).toBeGreaterThan(3)
  expect(rows.filter((row) => (row['body'] as string).includes('\n')).length / rows.length).toBeCloseTo(0.2, 1)
})

it('has tables with a column of every kind, whole numbers beyond 2^53 as exact texts', async () => {
  const { frame, rows } = await tableOf({ type: 'table', rows: 100, nulls: 0.2 })
  const kinds = new Set(Array.from(frame.fields.values(), ({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['boolean', 'integer', 'json', 'longText', 'nanos', 'number', 'text', 'time'])
  expect(rows.some((row) => row['bytes'] !== null && BigInt(row['bytes'] as string) > 2n ** 53n)).toBe(true)
  for (const name of frame.fields.keys())
    if (name !== 'time')
      expect(
        rows.some((row) => row[name] === null),
        name,
      ).toBe(true)
})

it('has candles that open where the one before closed', async () => {
  const { rows } = await tableOf({ type: 'candles' })
  for (const [i, row] of rows.entries()) {
    const { open, close, high, low } = row as Record<string, number>
    if (i > 0) expect(open).toBe(rows[i - 1]!['close'])
    expect(high!).toBeGreaterThanOrEqual(Math.max(open!, close!))
    expect(low!).toBeLessThanOrEqual(Math.min(open!, close!))
  }
})
