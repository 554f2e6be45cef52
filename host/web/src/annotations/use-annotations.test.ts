import type { DashboardSpec } from '@orrery/dashboard'
import { Annotations, defineTable, encode, number, type Frame } from '@orrery/frames'
import { encodeEnd, encodeMessage } from '@orrery/query'
import { afterEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { runBatch } from '../query/batch.ts'
import { createPanelQueries } from '../query/panel-queries.ts'
import { startQueryHost, type Asked } from '../query/testing.ts'
import { useAnnotations } from './use-annotations.ts'

const marks = Annotations.fromRows([{ time: 1, title: 'Deployed' }])
const other = defineTable({ value: number() }).fromRows([{ value: 1 }])
// Of a dashboard only its annotations are read.
const spec = {
  annotations: [
    { type: 'query', name: 'deploys', datasource: 'd', query: {}, color: 'purple' },
    { type: 'query', name: 'alerts', datasource: 'd', query: {}, hidden: true },
  ],
} as unknown as DashboardSpec

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((stop) => stop()))

function answer({ batch, response }: Asked) {
  for (const { id } of batch.items) {
    const send = (header: object, frame?: Frame) => {
      for (const chunk of encodeMessage({ id, ...header }, frame)) response.write(chunk)
    }
    const problem = { code: 'QUERY_FAILED', status: 500, detail: 'It failed.', params: {} }
    if (id.endsWith('alerts')) send({ problem })
    else {
      send({ refId: 'annotations', part: 0 }, marks)
      send({ refId: 'annotations', part: 1 }, other)
    }
    send({ end: true })
  }
  for (const chunk of encodeEnd()) response.write(chunk)
  response.end()
}

it('asks for what is shown by its name, and gives panels the marks only', async () => {
  const asked = vi.fn<(asked: Asked) => void>(answer)
  await startQueryHost(asked)
  vi.stubGlobal('innerWidth', 1200)
  const queries = createPanelQueries({ run: runBatch, refIdsOf: () => ['annotations'], onRevisionGone: () => {} })
  undo.push(queries.stop)
  queries.ask({
    dashboard: { id: 'home', revision: 'r1' },
    range: { from: 0, to: 1000 },
    timeZone: 'UTC',
    valuesOf: () => ({}),
    filters: { where: [{ key: 'job', operator: '=', values: ['api'] }] },
    live: false,
  })
  const shown = ref({ deploys: true, alerts: false })
  const scope = effectScope()
  undo.push(() => scope.stop())
  const { frames, states } = scope.run(() => useAnnotations({ queries, spec: () => spec, shown: () => shown.value }))!

  await vi.waitFor(() => expect(frames.value).toHaveLength(1))
  expect(asked.mock.calls[0]![0].batch).toMatchObject({
    items: [{ type: 'annotations', id: 'annotations:deploys', name: 'deploys', width: 1200 }],
    filters: { where: [{ key: 'job', operator: '=', values: ['api'] }] },
  })
  expect(encode(frames.value[0]!)).toEqual(encode(marks))
  const before = frames.value

  shown.value = { deploys: true, alerts: true }
  await vi.waitFor(() => expect(states.value.map(({ problems }) => problems.length)).toEqual([0, 1]))
  expect(frames.value).toBe(before)
  shown.value = { deploys: false, alerts: false }
  expect(states.value).toEqual([
    { name: 'deploys', color: 'purple', isShown: false, problems: [] },
    { name: 'alerts', color: undefined, isShown: false, problems: [] },
  ])
  expect(frames.value).toEqual([])
})
