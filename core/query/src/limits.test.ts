import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { QueryError } from './errors.ts'
import { createLimiter } from './limits.ts'

const never = new AbortController().signal
const down = new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, 'Nothing listens there.', {})
const refused = new QueryError('QUERY_BACKEND_FAILED', { reason: 'parse error' })

/** A task that ends when it is told to. */
const gate = () => {
  let open: (value: string) => void = () => {}
  const opened = new Promise<string>((resolve) => {
    open = resolve
  })
  return { open, task: vi.fn<() => Promise<string>>(() => opened) }
}

describe('concurrency', () => {
  it('lets the others wait in line, in their order', async () => {
    const limiter = createLimiter('prom', { concurrency: 2 })
    const [a, b, c, d] = [gate(), gate(), gate(), gate()]
    const results = [a, b, c, d].map(({ task }) => limiter.run(task, never))
    await Promise.resolve()
    expect([a, b, c, d].map(({ task }) => task.mock.calls.length)).toEqual([1, 1, 0, 0])

    b.open('b')
    await results[1]
    await vi.waitFor(() => expect(c.task).toHaveBeenCalled())
    expect(d.task).not.toHaveBeenCalled()
    for (const each of [a, c, d]) each.open('done')
    await Promise.all(results)
    expect(d.task).toHaveBeenCalled()
  })

  it('forgets who leaves the line', async () => {
    const limiter = createLimiter('prom', { concurrency: 1 })
    const [a, b, c] = [gate(), gate(), gate()]
    const leaver = new AbortController()
    const first = limiter.run(a.task, never)
    const second = limiter.run(b.task, leaver.signal)
    const third = limiter.run(c.task, never)
    leaver.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    a.open('a')
    c.open('c')
    expect([await first, await third]).toEqual(['a', 'c'])
    expect(b.task).not.toHaveBeenCalled()
  })

  it('gives the place on when someone leaves at the moment of being called', async () => {
    const limiter = createLimiter('prom', { concurrency: 1 })
    const [a, b, c] = [gate(), gate(), gate()]
    const leaver = new AbortController()
    const first = limiter.run(a.task, never).then(() => leaver.abort(new Error('gone')))
    const second = limiter.run(b.task, leaver.signal).catch(() => 'left')
    const third = limiter.run(c.task, never)
    a.open('a')
    b.open('b')
    c.open('c')
    await first
    await second
    expect(await third).toBe('c')
  })
})

describe('timeout', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('leaves a task behind that takes too long, and tells it so', async () => {
    const limiter = createLimiter('prom', { timeoutMs: 2000 })
    let heard: unknown
    const run = limiter.run((signal) => {
      signal.addEventListener('abort', () => {
        heard = signal.reason
      })
      return new Promise(() => {})
    }, never)
    const thrown = run.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(2000)
    expect(await thrown).toMatchObject({
      code: 'QUERY_TIMEOUT',
      status: 504,
      params: { datasource: 'prom', seconds: 2 },
    })
    expect(heard).toMatchObject({ code: 'QUERY_TIMEOUT' })
  })

  it('keeps no timer when the task is done', async () => {
    await createLimiter('prom').run(async () => 1, never)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('circuit breaker', () => {
  const setup = () => {
    const clock = { ms: 0 }
    const limiter = createLimiter('prom', { failures: 3, suspendMs: 5000, now: () => clock.ms })
    const fail = (error: Error) => limiter.run(() => Promise.reject(error), never).catch((thrown: unknown) => thrown)
    return { clock, limiter, fail }
  }

  it('leaves a source alone that failed several times, and says why', async () => {
    const { limiter, fail } = setup()
    for (let i = 0; i < 3; i++) expect(await fail(down)).toBe(down)
    const task = vi.fn<() => Promise<number>>(async () => 1)
    await expect(limiter.run(task, never)).rejects.toMatchObject({
      code: 'QUERY_SUSPENDED',
      status: 503,
      params: { datasource: 'prom', failures: 3, seconds: 5, reason: 'Nothing listens there.' },
    })
    expect(task).not.toHaveBeenCalled()
  })

  it('lets one query try again after a while, and all when it succeeds', async () => {
    const { limiter, fail, clock } = setup()
    for (let i = 0; i < 3; i++) await fail(down)
    clock.ms = 5000
    const probe = gate()
    const probing = limiter.run(probe.task, never)
    await expect(limiter.run(async () => 1, never)).rejects.toMatchObject({ code: 'QUERY_SUSPENDED' })
    probe.open('up')
    expect(await probing).toBe('up')
    expect(await limiter.run(async () => 1, never)).toBe(1)
  })

  it('stays away longer when the try fails', async () => {
    const { fail, clock } = setup()
    for (let i = 0; i < 3; i++) await fail(down)
    clock.ms = 5000
    expect(await fail(down)).toBe(down)
    clock.ms = 9999
    expect(await fail(down)).toMatchObject({ code: 'QUERY_SUSPENDED' })
  })

  it('tries again after a try that was cancelled', async () => {
    const { limiter, fail, clock } = setup()
    for (let i = 0; i < 3; i++) await fail(down)
    clock.ms = 5000
    const leaver = new AbortController()
    const probing = limiter.run(() => new Promise(() => {}), leaver.signal)
    leaver.abort()
    await expect(probing).rejects.toHaveProperty('name', 'AbortError')
    expect(await limiter.run(async () => 1, never)).toBe(1)
  })

  it('does not mind queries that the backend refuses', async () => {
    const { fail } = setup()
    for (let i = 0; i < 10; i++) expect(await fail(refused)).toBe(refused)
  })

  it('counts only failures in a row', async () => {
    const { fail } = setup()
    for (const error of [down, down, refused, down, down]) expect(await fail(error)).toBe(error)
    expect(await fail(down)).toBe(down)
  })
})
