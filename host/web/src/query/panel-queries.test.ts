import { defineTable, number, withMeta, withNotice, type Frame } from '@orrery/frames'
import { encodeEnd, encodeMessage } from '@orrery/query'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runBatch } from './batch.ts'
import { createPanelQueries, type PanelQueriesOptions, type QueryContext } from './panel-queries.ts'
import { sendSplit, startQueryHost, type Asked } from './testing.ts'

const Numbers = defineTable({ value: number() })
const frame = (value: number, refId = 'A'): Frame => withMeta(Numbers.fromRows([{ value }]), { refId })
const valueOf = (frames: readonly Frame[] | undefined) =>
  frames?.map((each) => each.kind !== 'series' && each.field('value').at(0))

const context = (patch: Partial<QueryContext> = {}): QueryContext => ({
  dashboard: { id: 'cpu', revision: 'r1' },
  range: { from: 0, to: 1000 },
  timeZone: 'UTC',
  valuesOf: () => ({}),
  filters: {},
  live: false,
  ...patch,
})

const start = (options: Partial<PanelQueriesOptions> = {}) => {
  const queries = createPanelQueries({
    run: runBatch,
    refIdsOf: () => ['A', 'B'],
    onRevisionGone: () => {},
    retryAfterMs: () => 1,
    ...options,
  })
  onTestFinished(queries.stop)
  return queries
}
const answerAll =
  (value: number) =>
  ({ batch, response }: Asked) => {
    for (const { id } of batch.items) {
      for (const chunk of encodeMessage({ id, refId: 'A', part: 0 }, frame(value))) response.write(chunk)
      for (const chunk of encodeMessage({ id, end: true })) response.write(chunk)
    }
    for (const chunk of encodeEnd()) response.write(chunk)
    response.end()
  }

it('asks for the panels of one frame in one batch, sealed by reference', async () => {
  const asked = vi.fn<(asked: Asked) => void>(answerAll(1))
  await startQueryHost(asked)
  const queries = start()
  queries.ask(context({ valuesOf: () => ({ job: ['api', 'db'] }) }))
  queries.show('a', 300.4)
  await Promise.resolve()
  queries.show('b', 600)
  await vi.waitFor(() => expect(queries.data.get('b')?.answered).toBe(true))
  expect(asked.mock.calls.map(([{ batch }]) => batch)).toEqual([
    {
      dashboard: { id: 'cpu', revision: 'r1' },
      range: { from: 0, to: 1000 },
      timeZone: 'UTC',
      variables: { job: ['api', 'db'] },
      items: [
        { type: 'panel', id: 'a', panel: 'a', width: 300 },
        { type: 'panel', id: 'b', panel: 'b', width: 600 },
      ],
    },
  ])
  queries.show('c', 10)
  await vi.waitFor(() => expect(queries.data.get('c')?.answered).toBe(true))
  expect(asked.mock.calls[1]![0].batch.items.map(({ id }) => id)).toEqual(['c'])
})

it.each([1, 7, 64, 4096])('reads an answer that comes in pieces of %i bytes', async (size) => {
  const messages = [
    ...encodeMessage({ id: 'a', refId: 'B', part: 0 }, frame(2, 'B')),
    ...encodeMessage({ id: 'a', refId: 'A', part: 1 }, frame(1)),
    ...encodeMessage({ id: 'a', end: true }),
    ...encodeEnd(),
  ]
  await startQueryHost(async ({ response }) => {
    await sendSplit(response, messages, size)
    response.end()
  })
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(queries.data.get('a')?.answered).toBe(true))
  expect(queries.data.get('a')).toMatchObject({ problems: [], loading: false, stale: false })
  expect(valueOf(queries.data.get('a')?.frames)).toEqual([1, 2])
})

it('shows a fast panel while a slow one is under way', async () => {
  await startQueryHost(({ response }) => {
    for (const chunk of encodeMessage({ id: 'fast', refId: 'A' }, frame(1))) response.write(chunk)
    for (const chunk of encodeMessage({ id: 'fast', end: true })) response.write(chunk)
  })
  const queries = start()
  queries.ask(context())
  queries.show('slow', 300)
  queries.show('fast', 300)
  await vi.waitFor(() => expect(queries.data.get('fast')).toMatchObject({ answered: true, loading: false }))
  expect(queries.data.get('slow')).toMatchObject({ answered: false, loading: true })
})

it('aborts what is under way when the viewer changes the range, and keeps the frames', async () => {
  const batches: Asked[] = []
  await startQueryHost((asked) => {
    batches.push(asked)
    if (batches.length !== 2) answerAll(batches.length)(asked)
  })
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(queries.data.get('a')?.answered).toBe(true))
  queries.ask(context({ range: { from: 0, to: 2000 } }))
  await vi.waitFor(() => expect(batches).toHaveLength(2))
  expect(valueOf(queries.data.get('a')?.frames)).toEqual([1])
  expect(queries.data.get('a')).toMatchObject({ loading: true, range: { from: 0, to: 2000 } })
  queries.ask(context({ range: { from: 0, to: 3000 } }))
  await batches[1]!.closed
  await vi.waitFor(() => expect(valueOf(queries.data.get('a')?.frames)).toEqual([3]))
})

it('lets a slow panel go on when the clock refreshes the others', async () => {
  const batches: Asked[] = []
  await startQueryHost((asked) => {
    batches.push(asked)
    if (batches.length > 1) answerAll(2)(asked)
    else for (const chunk of encodeMessage({ id: 'fast', end: true })) asked.response.write(chunk)
  })
  const queries = start()
  queries.ask(context())
  queries.show('slow', 300)
  queries.show('fast', 300)
  await vi.waitFor(() => expect(queries.data.get('fast')?.answered).toBe(true))
  queries.refresh(context({ range: { from: 5, to: 1005 } }))
  await vi.waitFor(() => expect(valueOf(queries.data.get('fast')?.frames)).toEqual([2]))
  expect(batches[1]!.batch.items.map(({ id }) => id)).toEqual(['fast'])
  expect(batches[0]!.response.closed).toBe(false)
})

it('keeps the older frames, marked, of a panel whose query fails', async () => {
  let count = 0
  await startQueryHost((asked) => {
    if (++count === 1) return answerAll(1)(asked)
    const problem = { code: 'HTTP_UNREACHABLE', status: 502, detail: 'Nothing listens there.', params: {} }
    for (const message of [
      encodeMessage({ id: 'a', refId: 'A', problem }),
      encodeMessage({ id: 'a', end: true }),
      encodeEnd(),
    ])
      for (const chunk of message) asked.response.write(chunk)
    asked.response.end()
  })
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(queries.data.get('a')?.answered).toBe(true))
  queries.refresh(context())
  await vi.waitFor(() => expect(queries.data.get('a')?.stale).toBe(true))
  expect(valueOf(queries.data.get('a')?.frames)).toEqual([1])
  expect(queries.data.get('a')?.problems).toMatchObject([{ code: 'HTTP_UNREACHABLE', refId: 'A' }])
})

it('asks again by itself when an answer was cut off', async () => {
  let count = 0
  await startQueryHost((asked) => {
    if (++count > 1) return answerAll(7)(asked)
    for (const chunk of encodeMessage({ id: 'a', refId: 'A' }, frame(1))) asked.response.write(chunk)
    asked.response.end()
  })
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(valueOf(queries.data.get('a')?.frames)).toEqual([7]))
  expect(queries.data.get('a')).toMatchObject({ problems: [], stale: false })
})

it('says that the host cannot be reached, and recovers when it can', async () => {
  const host = await startQueryHost(answerAll(1))
  host.stop()
  const queries = start({ retryAfterMs: () => 1_000_000 })
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(queries.data.get('a')?.problems).toMatchObject([{ code: 'HOST_UNREACHABLE' }]))
  vi.unstubAllGlobals()
  await startQueryHost(answerAll(2))
  queries.retry()
  await vi.waitFor(() => expect(valueOf(queries.data.get('a')?.frames)).toEqual([2]))
})

it('gives up an answer that brings nothing any more, and asks again', async () => {
  const batches: Asked[] = []
  await startQueryHost((asked) => {
    batches.push(asked)
    if (batches.length > 1) return answerAll(2)(asked)
    for (const chunk of encodeMessage({ id: 'fast', end: true })) asked.response.write(chunk)
  })
  const queries = start({ silenceMs: 200, retryAfterMs: () => 100 })
  queries.ask(context())
  queries.show('fast', 300)
  queries.show('slow', 300)
  await vi.waitFor(() => expect(queries.data.get('slow')?.problems).toMatchObject([{ code: 'HOST_SILENT' }]))
  await batches[0]!.closed
  await vi.waitFor(() => expect(queries.data.get('slow')).toMatchObject({ answered: true, problems: [] }))
  expect(batches[1]!.batch.items.map(({ id }) => id)).toEqual(['slow'])
})

it('waits as long as an answer still brings something', async () => {
  const asked = vi.fn<(asked: Asked) => Promise<void>>(async (query) => {
    const panels = ['a', 'b', 'c', 'd', 'e']
    for (const id of panels) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      for (const chunk of encodeMessage({ id, end: true })) query.response.write(chunk)
    }
    for (const chunk of encodeEnd()) query.response.write(chunk)
    query.response.end()
  })
  await startQueryHost(asked)
  const queries = start({ silenceMs: 350 })
  queries.ask(context())
  for (const panel of ['a', 'b', 'c', 'd', 'e']) queries.show(panel, 300)
  await vi.waitFor(() => expect(queries.data.get('e')).toMatchObject({ answered: true, problems: [] }))
  expect(asked).toHaveBeenCalledTimes(1)
})

it('begins anew what is under way when it is told to try again', async () => {
  const batches: Asked[] = []
  await startQueryHost((asked) => {
    batches.push(asked)
    if (batches.length > 1) answerAll(2)(asked)
  })
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(batches).toHaveLength(1))
  queries.retry()
  await batches[0]!.closed
  await vi.waitFor(() => expect(valueOf(queries.data.get('a')?.frames)).toEqual([2]))
})

it('asks again for a panel that grew by more than a quarter', async () => {
  const asked = vi.fn<(asked: Asked) => void>(answerAll(1))
  await startQueryHost(asked)
  const queries = start()
  queries.ask(context())
  queries.show('a', 400)
  await vi.waitFor(() => expect(queries.data.get('a')?.answered).toBe(true))
  queries.show('a', 500)
  queries.show('b', 10)
  await vi.waitFor(() => expect(queries.data.get('b')?.answered).toBe(true))
  queries.show('a', 501)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3))
  const widths = asked.mock.calls.map(([{ batch }]) => batch.items.map(({ id, width }) => `${id} ${width}`))
  expect(widths).toEqual([['a 400'], ['b 10'], ['a 501']])
})

it.each([
  [409, 'REVISION_NOT_FOUND', 1],
  [403, 'QUERY_VARIABLE_FORBIDDEN', 0],
])('takes %i as the answer of the host: %s', async (status, code, reloads) => {
  const asked = vi.fn<(asked: Asked) => void>(({ response }) => {
    const problem = { type: 'x', title: 'x', status, detail: 'No.', code, params: {} }
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
  })
  await startQueryHost(asked)
  const onRevisionGone = vi.fn<() => void>()
  const queries = start({ onRevisionGone })
  queries.ask(context())
  queries.show('a', 300)
  await vi.waitFor(() => expect(queries.data.get('a')?.problems).toMatchObject([{ code, detail: 'No.' }]))
  expect([asked.mock.calls.length, onRevisionGone.mock.calls.length]).toEqual([1, reloads])
})

it('asks nothing for a panel that left the screen before its turn', async () => {
  const asked = vi.fn<(asked: Asked) => void>(answerAll(1))
  await startQueryHost(asked)
  const queries = start()
  queries.ask(context())
  queries.show('a', 300)
  queries.hide('a')
  queries.show('b', 300)
  await vi.waitFor(() => expect(queries.data.get('b')?.answered).toBe(true))
  expect(asked.mock.calls[0]![0].batch.items.map(({ id }) => id)).toEqual(['b'])
  expect(queries.data.has('a')).toBe(false)
})

it('gives the notices of all frames once', async () => {
  const { noticesOf } = await import('./panel-data.ts')
  const cut = { severity: 'warning', text: 'Only 10 series.' } as const
  expect(noticesOf([withNotice(frame(1), cut), withNotice(frame(2), cut), frame(3)])).toEqual([cut])
})

it('waits for variables, and asks anew for those alone that use the one that changed', async () => {
  const open: Asked[] = []
  await startQueryHost((asked) => void open.push(asked))
  const queries = start()
  let values: Record<string, Record<string, string> | undefined> = { job: { job: 'a' }, host: undefined, none: {} }
  queries.ask(context({ valuesOf: (panel) => values[panel] }))
  for (const panel of ['job', 'host', 'none']) queries.show(panel, 100)
  const asked = () => open.map(({ batch }) => [batch.items.map(({ id }) => id), batch.variables])
  await vi.waitFor(() => expect(open).toHaveLength(2))
  expect(asked()).toEqual([
    [['job'], { job: 'a' }],
    [['none'], {}],
  ])
  expect(queries.data.get('host')?.loading).toBe(true)

  const left = new Promise((resolve) => open[0]!.response.once('close', resolve))
  values = { ...values, job: { job: 'b' }, host: { host: 'h' } }
  queries.valuesChanged()
  await left
  await vi.waitFor(() => expect(open).toHaveLength(4))
  expect(asked().slice(2)).toEqual([
    [['job'], { job: 'b' }],
    [['host'], { host: 'h' }],
  ])
  expect(open[1]!.response.destroyed).toBe(false)
})
