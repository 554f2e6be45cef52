import { defineTable, number, SeriesBuilder, type Frame } from '@orrery/frames'
import { createHooks } from '@orrery/kernel'
import { CodedError } from '@orrery/schema'
import { describe, expect, it } from 'vitest'

import type { AdhocFilter } from './adhoc-filter.ts'
import { createByteCache } from './cache.ts'
import type { DatasourceClient, QueryRequest } from './datasource.ts'
import {
  createPipeline,
  type PipelineOptions,
  type PipelineRequest,
  type QueryAnswer,
  type QueryReport,
} from './pipeline.ts'
import { queryHooks } from './query-hooks.ts'

const Numbers = defineTable({ n: number() })
const frameOf = (...numbers: number[]) => Numbers.fromColumns({ n: numbers })
const numbersOf = (frames: readonly Frame[]) =>
  frames.flatMap((frame) =>
    frame.kind === 'series' ? [] : Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)['n']),
  )
const textsOf = (frames: readonly Frame[]) => frames.flatMap(({ meta }) => meta.notices?.map(({ text }) => text) ?? [])

type Asked = QueryRequest<unknown>

/** A datasource that answers how often it was asked, unless told otherwise. */
function setup(
  options: PipelineOptions = {},
  answer?: (asked: Asked) => ReturnType<DatasourceClient<unknown>['query']>,
) {
  const asked: Asked[] = []
  const reports: QueryReport[] = []
  const cache = createByteCache<readonly Frame[]>({ maxBytes: 1e6 })
  const pipeline = createPipeline({ cache, onQuery: (report) => reports.push(report), ...options })
  const query: DatasourceClient<unknown>['query'] = (request) => {
    asked.push(request)
    return answer ? answer(request) : Promise.resolve([frameOf(asked.length)])
  }
  const ask = (patch: Partial<PipelineRequest> = {}) =>
    pipeline.run({
      namespace: 'main',
      datasource: { id: 'prom', revision: 'r1', type: 'prometheus' },
      withClient: (task) => task({ query }),
      query: { expr: 'up{host=$host}' },
      refId: 'A',
      range: { from: 0, to: 60_000 },
      intervalMs: 15_000,
      timeZone: 'UTC',
      variables: { host: 'web-1', other: 'x' },
      signal: new AbortController().signal,
      ...patch,
    })
  const run = async (patch?: Partial<PipelineRequest>) => (await ask(patch)).frames
  return { ask, run, asked, reports, pipeline }
}

const hooksWith = (faults: unknown[] = []) => createHooks(queryHooks, { onFault: (fault) => faults.push(fault) })

describe('a query', () => {
  it('asks the datasource with the variables that it uses, and names the frames', async () => {
    const { run, asked, reports } = setup()
    const frames = await run()
    expect(frames.map(({ meta }) => meta.refId)).toEqual(['A'])
    expect(asked[0]).toMatchObject({ query: { expr: 'up{host=$host}' }, refId: 'A', purpose: 'data', timeZone: 'UTC' })
    expect(asked[0]!.variables).toMatchObject({ host: 'web-1', __interval: '15s' })
    expect(asked[0]!.variables).not.toHaveProperty('other')
    expect(reports).toMatchObject([{ datasource: { id: 'prom', type: 'prometheus' }, outcome: 'ok' }])
  })

  it('takes frames as they come, and stops a source that exceeds the budget', async () => {
    let stopped = false
    async function* endless() {
      try {
        for (let n = 0; ; n++) yield frameOf(n, n)
      } finally {
        stopped = true
      }
    }
    const { run } = setup({}, endless)
    const frames = await run({ budget: { maxPoints: 9, maxSeries: 9, maxRows: 3, maxBytes: 1e6 } })
    expect(numbersOf(frames)).toEqual([0, 0, 1])
    expect(textsOf(frames)).toEqual(['The result was cut off: only the first 3 rows of the query are shown.'])
    expect(stopped).toBe(true)
  })

  it('gives coded errors as they are and hides what has no code', async () => {
    const down = new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, 'Nothing listens there.', {})
    const coded = setup({}, () => Promise.reject(down))
    await expect(coded.run()).rejects.toBe(down)
    const bug = new TypeError('password is undefined')
    const uncoded = setup({}, () => {
      throw bug
    })
    await expect(uncoded.run()).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      cause: bug,
      message: 'Query A failed inside datasource "prom". The log of the host has the reason.',
    })
    expect(uncoded.reports).toMatchObject([{ outcome: 'failed', code: 'QUERY_FAILED' }])
  })

  it('tells how it came by its frames, step by step', async () => {
    const series = new SeriesBuilder().add({ host: 'a' }, [0, 1], [1, 2]).add({ host: 'b' }, [0], [3]).build()
    const { ask } = setup({ hooks: hooksWith() }, () => Promise.resolve([series, frameOf(1, 2, 3, 4)]))
    const [first, shared] = await Promise.all([ask(), ask()])
    const namesOf = ({ stats }: QueryAnswer) => stats.steps.map(({ name }) => name)
    expect(first.stats).toMatchObject({ refId: 'A', source: 'datasource', series: 2, points: 3, rows: 4 })
    expect(namesOf(first)).toEqual(['requestHooks', 'queue', 'connect', 'datasource', 'resultHooks'])
    for (const { start, ms } of first.stats.steps) expect(start + ms).toBeLessThanOrEqual(first.stats.ms)
    expect([shared.stats.source, namesOf(shared)]).toEqual(['shared', ['requestHooks', 'shared']])
    const cached = await ask()
    expect([cached.stats.source, namesOf(cached)]).toEqual(['cache', ['requestHooks']])
  })

  it('counts what runs now', async () => {
    let release = () => {}
    const wait = new Promise<void>((resolve) => {
      release = resolve
    })
    const { run, pipeline } = setup({}, () => wait.then(() => []))
    const running = run()
    expect(pipeline.running()).toBe(1)
    release()
    await running
    expect(pipeline.running()).toBe(0)
  })
})

describe('filters', () => {
  const filters: AdhocFilter[] = [{ key: 'job', operator: '=', values: ['api'] }]

  it('come to the datasource and to hooks, and are part of what answers are kept by', async () => {
    const hooks = hooksWith()
    const seen: (readonly AdhocFilter[])[] = []
    hooks.host.queryRequest.tap((event) => {
      seen.push(event.filters)
      return event
    })
    const { run, asked } = setup({ hooks })
    const answers = await Promise.all([run(), run({ filters }), run({ filters: structuredClone(filters) }), run()])
    expect(answers.map(numbersOf)).toEqual([[1], [2], [2], [1]])
    expect(numbersOf(await run({ filters }))).toEqual([2])
    expect(asked.map((request) => request.filters)).toEqual([[], filters])
    expect(seen).toEqual([[], filters, filters, [], filters])
  })
})

describe('equal queries', () => {
  it('share one run, and its answer for a while', async () => {
    const { run, reports } = setup()
    const [a, b] = await Promise.all([run(), run()])
    expect([numbersOf(a), numbersOf(b), numbersOf(await run())]).toEqual([[1], [1], [1]])
    expect(reports.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'cached'])
  })

  it('are equal whatever the order of their keys and the variables they do not use', async () => {
    const { run, asked } = setup()
    await run({ query: { a: '$host', b: 1 } })
    await run({ query: { b: 1, a: '$host' }, variables: { host: 'web-1', other: 'changed' } })
    expect(asked).toHaveLength(1)
  })

  it.each<[string, Partial<PipelineRequest>]>([
    ['namespace', { namespace: 'other' }],
    ['datasource', { datasource: { id: 'mimir', revision: 'r1', type: 'prometheus' } }],
    ['revision of the datasource', { datasource: { id: 'prom', revision: 'r2', type: 'prometheus' } }],
    ['query', { query: { expr: 'up' } }],
    ['range', { range: { from: 0, to: 60_001 } }],
    ['interval', { intervalMs: 30_000 }],
    ['time zone', { timeZone: 'Europe/Berlin' }],
    ['used variable', { variables: { host: 'web-2' } }],
    ['purpose', { purpose: 'options' }],
    ['budget', { budget: { maxPoints: 1, maxSeries: 1, maxRows: 1, maxBytes: 1 } }],
    ['refId', { refId: 'B' }],
  ])('are not shared when the %s differs', async (_, patch) => {
    const { run, asked } = setup()
    await Promise.all([run(), run(patch)])
    expect(asked).toHaveLength(2)
  })

  it('are asked again when the caller wants a fresh answer, which serves the next', async () => {
    const { run } = setup()
    await run()
    expect(numbersOf(await run({ fresh: true }))).toEqual([2])
    expect(numbersOf(await run())).toEqual([2])
  })

  it('are asked again after an error', async () => {
    let calls = 0
    const { run } = setup({}, () => (++calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve([frameOf(7)])))
    await expect(run()).rejects.toMatchObject({ code: 'QUERY_FAILED' })
    expect(numbersOf(await run())).toEqual([7])
  })

  it('go on while one caller waits, and stop at the backend when the last has left', async () => {
    const { run, asked, reports } = setup(
      {},
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    const [a, b] = [new AbortController(), new AbortController()]
    const runs = [run({ signal: a.signal }), run({ signal: b.signal })].map((each) =>
      each.catch((error: unknown) => error),
    )
    a.abort()
    expect(await runs[0]).toMatchObject({ code: 'QUERY_CANCELLED', status: 499 })
    expect(asked[0]!.signal.aborted).toBe(false)
    b.abort()
    expect(await runs[1]).toMatchObject({ code: 'QUERY_CANCELLED' })
    expect(asked[0]!.signal.aborted).toBe(true)
    expect(reports.map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled'])
  })
})

describe('hooks', () => {
  it('change what runs and what comes back', async () => {
    const hooks = hooksWith()
    hooks.host.queryRequest.tap((event) => ({ ...event, query: { expr: 'changed' } }))
    hooks.host.queryResult.tap((event) => ({ ...event, frames: [...event.frames, frameOf(99)] }))
    const { run, asked } = setup({ hooks })
    expect(numbersOf(await run())).toEqual([1, 99])
    expect(asked[0]!.query).toEqual({ expr: 'changed' })
  })

  it('that fail are left out with a notice', async () => {
    const faults: unknown[] = []
    const hooks = hooksWith(faults)
    const broken = () => {
      throw new Error('tap is broken')
    }
    hooks.facadeFor('@acme/rewrite').hooks.queryRequest.tap(broken)
    hooks.facadeFor('@acme/mask').hooks.queryResult.tap(broken)
    const { run } = setup({ hooks })
    const texts = [
      'Plugin @acme/mask failed in its hook queryResult and was left out. The log of the host has the reason.',
      'Plugin @acme/rewrite failed in its hook queryRequest and was left out. The log of the host has the reason.',
    ]
    expect(textsOf(await run())).toEqual(texts)
    expect(textsOf(await run())).toEqual(texts)
    expect(faults).toHaveLength(3)
  })
})

describe('limits', () => {
  it('are those of one datasource: a broken one does not hold up another', async () => {
    const down = new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, 'Nothing listens there.', {})
    const { run } = setup({ limits: { failures: 2 } }, ({ refId }) =>
      refId === 'A' ? Promise.reject(down) : Promise.resolve([frameOf(1)]),
    )
    const codes = []
    for (let i = 0; i < 3; i++) codes.push(await run().catch((error: CodedError) => error.code))
    expect(codes).toEqual(['HTTP_UNREACHABLE', 'HTTP_UNREACHABLE', 'QUERY_SUSPENDED'])
    const other = await run({ datasource: { id: 'mimir', revision: 'r1', type: 'prometheus' }, refId: 'B' })
    expect(numbersOf(other)).toEqual([1])
  })

  it('begin anew when the datasource was edited', async () => {
    const down = new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, 'Nothing listens there.', {})
    let isUp = false
    const { run } = setup({ limits: { failures: 1 } }, () =>
      isUp ? Promise.resolve([frameOf(1)]) : Promise.reject(down),
    )
    await expect(run()).rejects.toBe(down)
    isUp = true
    await expect(run()).rejects.toMatchObject({ code: 'QUERY_SUSPENDED' })
    const edited = await run({ datasource: { id: 'prom', revision: 'r2', type: 'prometheus' } })
    expect(numbersOf(edited)).toEqual([1])
  })
})
