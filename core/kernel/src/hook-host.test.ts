import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHooks, KernelError, type Hook, type HookFault } from './index.ts'

declare module './hooks.ts' {
  interface Hooks {
    sequence: Hook<'series', string[]>
    together: Hook<'parallel', string[]>
    change: Hook<'waterfall', string>
    first: Hook<'bail', string, number>
  }
}

const faults: HookFault[] = []
const create = (timeoutMs?: number) =>
  createHooks(
    { sequence: 'series', together: 'parallel', change: 'waterfall', first: 'bail' },
    { onFault: (fault) => void faults.push(fault), ...(timeoutMs === undefined ? {} : { timeoutMs }) },
  )
const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds))

beforeEach(() => void faults.splice(0))

describe('running hooks', () => {
  it('gives the event back when nobody taps', async () => {
    const hooks = create()
    expect(await hooks.run('change', 'a')).toBe('a')
    expect(await hooks.run('first', 'a')).toBeUndefined()
    expect(await hooks.run('sequence', [])).toBeUndefined()
  })

  it('runs the host first, then plugins as they came', async () => {
    const hooks = create()
    for (const plugin of ['a', 'b']) hooks.facadeFor(plugin).hooks.change.tap((text) => `${text}-${plugin}`)
    hooks.host.change.tap(async (text) => `${text}-host`)
    expect(await hooks.run('change', 'x')).toBe('x-host-a-b')
  })

  it('runs a series one after the other', async () => {
    const hooks = create()
    const { sequence } = hooks.facadeFor('a').hooks
    sequence.tap(async (log) => {
      await pause(20)
      log.push('slow')
    })
    sequence.tap((log) => void log.push('fast'))
    const log: string[] = []
    await hooks.run('sequence', log)
    expect(log).toEqual(['slow', 'fast'])
  })

  it('runs parallel taps at the same time', async () => {
    const hooks = create()
    for (const plugin of ['a', 'b']) hooks.facadeFor(plugin).hooks.together.tap(() => pause(200))
    const start = performance.now()
    await hooks.run('together', [])
    const took = performance.now() - start
    expect(took).toBeGreaterThan(190)
    expect(took).toBeLessThan(350)
  })

  it('asks no further after the first result', async () => {
    const hooks = create()
    const { first } = hooks.facadeFor('a').hooks
    const last = vi.fn<() => number>(() => 3)
    first.tap(() => undefined)
    first.tap(async (text) => text.length)
    first.tap(last)
    expect(await hooks.run('first', 'four')).toBe(4)
    expect(last).not.toHaveBeenCalled()
  })

  it('refuses a hook that the host did not declare', async () => {
    await expect(create().run('missing' as 'change', 'a')).rejects.toMatchObject({ code: 'HOOK_MISSING' })
  })
})

describe('a faulty tap', () => {
  it('is skipped and reported, and the event goes on as it was', async () => {
    const hooks = create()
    const error = new Error('broken')
    const broken = hooks.facadeFor('broken').hooks
    const seen: HookFault[] = []
    hooks.facadeFor('a').hooks.change.tap((text) => `${text}-a`)
    broken.change.tap(() => {
      throw error
    })
    broken.change.tap(() => Promise.reject(error))
    hooks.facadeFor('b').hooks.change.tap((text) => `${text}-b`)
    expect(await hooks.run('change', 'x', (fault) => seen.push(fault))).toBe('x-a-b')
    expect(faults).toEqual([
      { plugin: 'broken', hook: 'change', error },
      { plugin: 'broken', hook: 'change', error },
    ])
    expect(seen).toEqual(faults)
  })

  it('does not fail the others of a parallel run', async () => {
    const hooks = create()
    const { together } = hooks.facadeFor('a').hooks
    together.tap(() => Promise.reject(new Error('broken')))
    together.tap((log) => void log.push('done'))
    const log: string[] = []
    await hooks.run('together', log)
    expect([log, faults.length]).toEqual([['done'], 1])
  })

  it('is given up when it is too slow', async () => {
    const hooks = create(30)
    hooks.facadeFor('slow').hooks.change.tap(() => new Promise(() => undefined))
    hooks.facadeFor('a').hooks.change.tap((text) => `${text}-a`)
    expect(await hooks.run('change', 'x')).toBe('x-a')
    expect(faults).toMatchObject([
      { plugin: 'slow', error: { code: 'HOOK_TIMEOUT', params: { plugin: 'slow', hook: 'change', timeoutMs: 30 } } },
    ])
  })

  it('that answers nothing leaves a waterfall as it was', async () => {
    const hooks = create()
    hooks.facadeFor('a').hooks.change.tap((() => undefined) as never)
    expect(await hooks.run('change', 'x')).toBe('x')
  })
})

describe('removal', () => {
  it('of one tap leaves the others', async () => {
    const hooks = create()
    const { change } = hooks.facadeFor('a').hooks
    const remove = change.tap((text) => `${text}-1`)
    change.tap((text) => `${text}-2`)
    expect(await hooks.run('change', 'x')).toBe('x-1-2')
    remove()
    remove()
    expect(await hooks.run('change', 'x')).toBe('x-2')
  })

  it('of a plugin removes all its taps and no others, also from a run that has begun', async () => {
    const hooks = create()
    const plugin = hooks.facadeFor('gone')
    const tap = vi.fn<(text: string) => string>((text) => `${text}-gone`)
    hooks.host.change.tap((text) => {
      plugin.dispose()
      return text
    })
    plugin.hooks.change.tap(tap)
    plugin.hooks.first.tap(() => 1)
    hooks.facadeFor('a').hooks.change.tap((text) => `${text}-a`)
    expect(await hooks.run('change', 'x')).toBe('x-a')
    expect(await hooks.run('first', 'x')).toBeUndefined()
    expect(tap).not.toHaveBeenCalled()
  })

  it('of a plugin closes its facade', () => {
    const plugin = create().facadeFor('gone')
    plugin.dispose()
    expect(() => plugin.hooks.change.tap((text) => text)).toThrow(KernelError)
  })
})

describe('where code from text is forbidden', () => {
  beforeEach(() => {
    const forbidden = () => {
      throw new EvalError('code from text is forbidden')
    }
    vi.stubGlobal('Function', new Proxy(Function, { apply: forbidden, construct: forbidden }))
    vi.stubGlobal('eval', forbidden)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('hooks of every style run', async () => {
    // What tapable would do by itself.
    expect(() => new Function('return 1')).toThrow(EvalError)
    const hooks = create()
    const { sequence, together, change, first } = hooks.facadeFor('a').hooks
    sequence.tap((log) => void log.push('series'))
    together.tap((log) => void log.push('parallel'))
    change.tap((text) => `${text}!`)
    first.tap((text) => text.length)
    const log: string[] = []
    await hooks.run('sequence', log)
    await hooks.run('together', log)
    expect([log, await hooks.run('change', 'x'), await hooks.run('first', 'x')]).toEqual([
      ['series', 'parallel'],
      'x!',
      1,
    ])
  })
})
