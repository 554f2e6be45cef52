import { defineTable, number, SeriesBuilder } from '@orrery/frames'
import { defaultBudget, encodeMessage, LiveWindow, type WireHeader } from '@orrery/query'
import type { Frame } from '@orrery/sdk'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runBatch } from './batch.ts'
import { createPanelQueries, type QueryContext } from './panel-queries.ts'
import { startQueryHost, type Asked } from './testing.ts'

const context = (patch: Partial<QueryContext> = {}): QueryContext => ({
  dashboard: { id: 'cpu', revision: 'r1' },
  range: { from: 0, to: 1000 },
  timeZone: 'UTC',
  valuesOf: () => ({}),
  filters: {},
  live: true,
  ...patch,
})

/** Draws when the test says so. */
function start() {
  const drawings: (() => void)[] = []
  const queries = createPanelQueries({
    run: runBatch,
    refIdsOf: () => ['A'],
    onRevisionGone: () => {},
    retryAfterMs: () => 1,
    onNextFrame: (draw) => drawings.push(draw),
  })
  onTestFinished(queries.stop)
  const draw = () => drawings.splice(0).forEach((each) => each())
  const state = (panel: string) => queries.data.get(panel)
  const values = (panel = 'a') => {
    const frame = state(panel)?.frames[0]
    return frame?.kind === 'series' ? [...frame.at(0).values] : undefined
  }
  const settled = (panel = 'a') =>
    vi.waitFor(() => expect(state(panel)).toMatchObject({ answered: true, loading: false, problems: [], stale: false }))
  return { queries, draw, drawings, state, values, settled }
}

/** A host with one stream for all: whoever asks is told what they do not know. */
async function startLiveHost() {
  const window = new LiveWindow({ refId: 'A', moments: 100, budget: defaultBudget })
  window.take(new SeriesBuilder({ fields: { value: number() } }).add({ i: '0' }, [0], [0]).build())
  const asked: Asked[] = []
  const known = new Map<Asked, number | undefined>()
  const send = ({ response }: Asked, header: WireHeader, frame?: Frame) => {
    for (const chunk of encodeMessage(header, frame)) response.write(chunk)
  }
  const tell = (one: Asked, id: string) => {
    const message = window.since(known.get(one))
    if (!message) return
    const { type, sequence, frame } = message
    const live = type === 'replace' ? { type, stream: 's', sequence, window: 100 } : { type, sequence }
    send(one, { id, refId: 'A', live }, frame)
    known.set(one, type === 'replace' ? sequence : sequence + message.moments - 1)
  }
  const answer = (one: Asked) => {
    asked.push(one)
    for (const item of one.batch.items) {
      const position = item.type === 'panel' ? item.since?.['A'] : undefined
      known.set(one, position?.sequence)
      tell(one, item.id)
      send(one, { id: item.id, current: true })
    }
  }
  let next = 1
  await startQueryHost((one) => host.answer(one))
  const host = {
    asked,
    answer,
    send,
    tell,
    /** One moment more, told to whoever asked last, or to nobody. */
    tick: (tells = true) => {
      window.take({ time: next, values: [next++] })
      if (tells) tell(asked.at(-1)!, asked.at(-1)!.batch.items[0]!.id)
    },
    since: (k: number) => asked[k]!.batch.items.map((item) => item.type === 'panel' && item.since?.['A']?.sequence),
    ids: (k: number) => asked[k]!.batch.items.map(({ id }) => id),
  }
  return host
}

it('shows what is known, then what comes, once a frame and without a question more', async () => {
  const host = await startLiveHost()
  const { queries, draw, drawings, state, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  expect([values(), host.asked[0]!.batch.live]).toEqual([[0], true])
  draw()
  const before = state('a')?.frames
  for (let k = 0; k < 5; k++) host.tick()
  await vi.waitFor(() => expect(drawings).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([drawings.length, state('a')?.frames === before]).toEqual([1, true])
  draw()
  expect(values()).toEqual([0, 1, 2, 3, 4, 5])
  const { from, to } = state('a')!.range
  expect([to - from, Math.abs(Date.now() - to) < 1000, host.asked.length]).toEqual([1000, true, 1])
})

it('goes on from where it was when the connection is cut, and nobody is told', async () => {
  const host = await startLiveHost()
  const { queries, draw, state, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  host.tick()
  await vi.waitFor(() => (draw(), expect(values()).toEqual([0, 1])))
  host.asked[0]!.response.destroy()
  host.tick(false)
  await vi.waitFor(() => expect(host.asked).toHaveLength(2))
  await vi.waitFor(() => (draw(), expect(values()).toEqual([0, 1, 2])))
  expect([host.since(1), state('a')?.loading, state('a')?.problems]).toEqual([[2], false, []])
})

it('asks for everything when something is missing', async () => {
  const host = await startLiveHost()
  const { queries, draw, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  host.tick(false)
  const frame = new LiveWindow({ refId: 'A', moments: 9, budget: defaultBudget })
  frame.take(new SeriesBuilder({ fields: { value: number() } }).add({ i: '0' }, [0], [0]).build())
  frame.take({ time: 9, values: [9] })
  host.send(host.asked[0]!, { id: 'a', refId: 'A', live: { type: 'append', sequence: 7 } }, frame.since(1)!.frame)
  await vi.waitFor(() => (draw(), expect(host.asked).toHaveLength(2)))
  await vi.waitFor(() => (draw(), expect(values()).toEqual([0, 1])))
  expect(host.since(1)).toEqual([undefined])
})

it('follows nothing for a panel that left the screen, and goes on when it is back', async () => {
  const host = await startLiveHost()
  const { queries, draw, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  queries.hide('a')
  await host.asked[0]!.closed
  host.tick(false)
  queries.show('a', 300)
  await vi.waitFor(() => (draw(), expect(values()).toEqual([0, 1])))
  expect(host.since(1)).toEqual([1])
})

it('follows nothing while the page is not on the screen', async () => {
  const host = await startLiveHost()
  const { queries, draw, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  queries.pause()
  await host.asked[0]!.closed
  host.tick(false)
  queries.resume()
  await vi.waitFor(() => (draw(), expect(values()).toEqual([0, 1])))
})

it('keeps few connections: a third one takes over what the others follow', async () => {
  const host = await startLiveHost()
  const { queries, settled } = start()
  queries.ask(context())
  for (const panel of ['a', 'b', 'c']) {
    queries.show(panel, 300)
    await settled(panel)
  }
  await Promise.all([host.asked[0]!.closed, host.asked[1]!.closed])
  expect([host.ids(0), host.ids(1), host.ids(2), host.since(2)]).toEqual([
    ['a'],
    ['b'],
    ['a', 'b', 'c'],
    [1, 1, undefined],
  ])
})

it('asks by the clock only for what cannot be followed', async () => {
  const host = await startLiveHost()
  const Numbers = defineTable({ value: number() })
  const follow = host.answer
  let count = 0
  host.answer = (one) => {
    const [plain, ...others] = one.batch.items
    if (plain!.id !== 'plain') return follow(one)
    host.asked.push(one)
    host.send(one, { id: 'plain', refId: 'A', part: 0 }, Numbers.fromRows([{ value: ++count }]))
    host.send(one, { id: 'plain', end: true })
    for (const { id } of others) {
      host.tell(one, id)
      host.send(one, { id, current: true })
    }
  }
  const { queries, state, settled } = start()
  queries.ask(context())
  queries.show('plain', 300)
  queries.show('a', 300)
  await settled()
  await settled('plain')
  queries.refresh(context())
  await vi.waitFor(() => expect(count).toBe(2))
  await settled('plain')
  expect([host.ids(0), host.ids(1), host.asked.length]).toEqual([['plain', 'a'], ['plain'], 2])
  expect(state('a')?.frames).toHaveLength(1)
})

it('keeps what it has, marked, when a source fails, and asks for it again by the clock', async () => {
  const host = await startLiveHost()
  const { queries, state, values, settled } = start()
  queries.ask(context())
  queries.show('a', 300)
  await settled()
  const problem = { code: 'FAKE_GONE', status: 502, detail: 'It is gone.', params: {} }
  host.send(host.asked[0]!, { id: 'a', refId: 'A', problem })
  host.send(host.asked[0]!, { id: 'a', end: true })
  await vi.waitFor(() => expect(state('a')).toMatchObject({ stale: true, problems: [{ code: 'FAKE_GONE' }] }))
  expect(values()).toEqual([0])
  queries.refresh(context())
  await settled()
  expect([host.asked.length, host.since(1)]).toEqual([2, [1]])
})
