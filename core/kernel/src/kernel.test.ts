import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createHooks,
  createKernel,
  createToken,
  Logger,
  type DoorRef,
  type Manifest,
  type ServerSetup,
} from './index.ts'

const Clock = createToken<{ now: () => number }>('test.clock')
const Cache = createToken<Map<string, number>>('test.cache')
const connect: DoorRef = { $door: 'server', path: './server/connect.js' }
const view: DoorRef = { $door: 'web', path: './ui/View.js' }
const setupDoor: DoorRef = { $door: 'server', path: './server/setup.js' }

const log: string[] = []
beforeEach(() => void log.splice(0))

const logger = (plugin: string): Logger => {
  const write = (message: string, fields?: object) => {
    const error = fields && 'error' in fields ? `: ${(fields.error as Error).message}` : ''
    log.push(`${plugin} ${message}${error}`)
  }
  return { debug: write, info: write, warn: write, error: write }
}
const hooks = () =>
  createHooks(
    { sequence: 'series', together: 'parallel', change: 'waterfall', first: 'bail' },
    { onFault: ({ error }) => void log.push(String(error)) },
  )
const create = (points = hooks()) => createKernel({ side: 'server', sdk: '0.1.3', hooks: points, log: logger })

const manifest = (id: string, more: Partial<Manifest> = {}): Manifest => ({
  manifest: 1,
  id,
  version: '0.1.0',
  sdk: '^0.1.0',
  title: id,
  contributes: [{ kind: 'datasource', id, title: id, connect, view }],
  setup: { server: setupDoor },
  files: {},
  ...more,
})
/** Opens the setup as given and each other door as its path. */
const opens = (setup: ServerSetup | undefined) => async (door: DoorRef) =>
  door === setupDoor ? setup : `opened ${JSON.stringify(door)}`

describe('the start', () => {
  it('runs the setups that ask for it, and survives one that fails', async () => {
    const kernel = create()
    const ran: string[] = []
    const atStart = { setup: { server: setupDoor, atStart: true } }
    kernel.enable(
      manifest('early', atStart),
      opens(() => void ran.push('early')),
    )
    kernel.enable(
      manifest('late'),
      opens(() => void ran.push('late')),
    )
    kernel.enable(
      manifest('broken', atStart),
      opens(() => {
        throw new Error('no disk')
      }),
    )
    await kernel.start()
    expect(ran).toEqual(['early'])
    expect(log).toEqual([expect.stringMatching(/^broken The setup at the start failed/)])
    await kernel.openContribution('datasource', 'early', 'connect')
    expect(ran).toEqual(['early'])
  })
})

describe('doors', () => {
  it('open after the setup, which runs once and late', async () => {
    const kernel = create()
    let setups = 0
    kernel.enable(
      manifest('a'),
      opens(async () => {
        await Promise.resolve()
        setups++
      }),
    )
    expect(setups).toBe(0)
    const opened = await Promise.all([
      kernel.openDoor('a', connect),
      kernel.openContribution('datasource', 'a', 'connect'),
    ])
    expect([...opened, setups]).toEqual([`opened ${JSON.stringify(connect)}`, `opened ${JSON.stringify(connect)}`, 1])
    await kernel.openDoor('a', connect)
    expect(setups).toBe(1)
  })

  it('open without a setup', async () => {
    const kernel = create()
    kernel.enable(manifest('a', { setup: {} }), opens(undefined))
    expect(await kernel.openDoor('a', connect)).toContain('opened')
  })

  it.each([
    ['a door of the other side', 'view', 'DOOR_MISSING'],
    ['a field that is no door', 'title', 'DOOR_MISSING'],
    ['an absent field', 'editor', 'DOOR_MISSING'],
  ])('%s is refused', async (_, field, code) => {
    const kernel = create()
    kernel.enable(manifest('a'), opens(undefined))
    await expect(kernel.openContribution('datasource', 'a', field)).rejects.toMatchObject({ code })
  })

  it('of unknown plugins and contributions are refused', async () => {
    const kernel = create()
    await expect(kernel.openDoor('a', connect)).rejects.toMatchObject({ code: 'PLUGIN_MISSING' })
    await expect(kernel.openContribution('panel', 'a', 'view')).rejects.toMatchObject({ code: 'CONTRIBUTION_MISSING' })
  })
})

describe('a failed setup', () => {
  it('is told with its cause, leaves nothing, and is tried again', async () => {
    const points = hooks()
    const kernel = create(points)
    const cause = new Error('no disk')
    let tries = 0
    kernel.enable(
      manifest('a'),
      opens(({ hooks, provide }) => {
        hooks.change.tap((text) => `${text}!`)
        provide(Clock, { now: () => tries })
        if (++tries === 1) throw cause
      }),
    )
    await expect(kernel.openDoor('a', connect)).rejects.toMatchObject({ code: 'PLUGIN_SETUP_FAILED', cause })
    expect(await points.run('change', 'x')).toBe('x')
    expect(() => kernel.services('a').get(Clock)).toThrow(expect.objectContaining({ code: 'SERVICE_MISSING' }))
    await kernel.openDoor('a', connect)
    expect(await points.run('change', 'x')).toBe('x!')
    expect(kernel.services('a').get(Clock).now()).toBe(2)
  })

  it('may be a module without a function', async () => {
    const kernel = create()
    kernel.enable(manifest('a'), opens(undefined))
    await expect(kernel.openDoor('a', connect)).rejects.toMatchObject({
      code: 'PLUGIN_SETUP_FAILED',
      params: { plugin: 'a' },
    })
  })
})

describe('services', () => {
  it('of the host are there for all, of a plugin for itself', async () => {
    const kernel = create()
    kernel.provide(Clock, { now: () => 1 })
    kernel.enable(
      manifest('a'),
      opens(({ get, provide }) => provide(Clock, { now: () => get(Clock).now() + 1 })),
    )
    kernel.enable(manifest('b', { setup: {} }), opens(undefined))
    await kernel.openDoor('b', connect)
    expect(kernel.services('b').get(Clock).now()).toBe(1)
    expect(() => kernel.services('b').get(Cache)).toThrow(
      'Nobody provides the service "test.cache" to plugin b. Provide it in the plugin\'s setup, or use a host that has it.',
    )
  })

  it('that each plugin has of its own are made once and ended with it', async () => {
    const kernel = create()
    let made = 0
    kernel.provideEach(Cache, ({ plugin, onStop }) => {
      made++
      onStop(() => void log.push(`cache of ${plugin} ended`))
      return new Map()
    })
    for (const id of ['a', 'b']) kernel.enable(manifest(id, { setup: {} }), opens(undefined))
    expect(made).toBe(0)
    expect(kernel.services('a').get(Cache)).toBe(kernel.services('a').get(Cache))
    expect(kernel.services('a').get(Cache)).not.toBe(kernel.services('b').get(Cache))
    await kernel.disable('a')
    expect([made, log]).toEqual([2, ['cache of a ended']])
  })

  it('give each plugin its logger', () => {
    const kernel = create()
    kernel.enable(manifest('a'), opens(undefined))
    kernel.services('a').get(Logger).info('hello')
    expect(log).toEqual(['a hello'])
  })

  it('cannot be provided twice by the same', async () => {
    const kernel = create()
    kernel.provide(Clock, { now: () => 1 })
    expect(() => kernel.provide(Clock, { now: () => 2 })).toThrow(
      expect.objectContaining({ code: 'SERVICE_DUPLICATE' }),
    )
  })
})

describe('disabling a plugin', () => {
  it('removes its taps, then runs its teardown, then ends its services', async () => {
    const points = hooks()
    const kernel = create(points)
    kernel.provideEach(Cache, ({ onStop }) => {
      onStop(() => void log.push('service'))
      return new Map()
    })
    kernel.enable(
      manifest('a'),
      opens(({ hooks, get }) => {
        get(Cache)
        hooks.change.tap((text) => `${text}!`)
        return async () => void log.push(`teardown, ${await points.run('change', 'x')}`)
      }),
    )
    await kernel.openDoor('a', connect)
    const services = kernel.services('a')
    await kernel.disable('a')
    expect(log).toEqual(['teardown, x', 'service'])
    expect(kernel.registry.plugins()).toEqual([])
    expect(() => services.get(Cache)).toThrow(expect.objectContaining({ code: 'PLUGIN_MISSING' }))
  })

  it('logs a failing teardown and goes on', async () => {
    const kernel = create()
    for (const id of ['a', 'b']) {
      kernel.enable(
        manifest(id),
        opens(() => () => {
          log.push(`${id} ends`)
          throw new Error('stuck')
        }),
      )
      await kernel.openDoor(id, connect)
    }
    await kernel.close()
    expect(log).toEqual([
      'b ends',
      'b a part of the plugin could not be stopped: stuck',
      'a ends',
      'a a part of the plugin could not be stopped: stuck',
    ])
  })

  it('while it is set up undoes the setup and opens nothing', async () => {
    const kernel = create()
    let finish = () => {}
    const running = new Promise<void>((resolve) => (finish = resolve))
    kernel.enable(
      manifest('a'),
      opens(async () => {
        await running
        return () => void log.push('undone')
      }),
    )
    const opening = kernel.openDoor('a', connect)
    const disabling = kernel.disable('a')
    finish()
    await expect(opening).rejects.toMatchObject({ code: 'PLUGIN_MISSING' })
    await disabling
    expect(log).toEqual(['undone'])
  })

  it('lets it be enabled again', async () => {
    const kernel = create()
    kernel.enable(
      manifest('a'),
      opens(() => {}),
    )
    await kernel.disable('a')
    await kernel.disable('a')
    kernel.enable(
      manifest('a'),
      opens(() => {}),
    )
    expect(await kernel.openDoor('a', connect)).toContain('opened')
  })
})

it('a plugin for another SDK is refused', () => {
  const kernel = create()
  expect(() => kernel.enable(manifest('a', { sdk: '^0.2.0' }), opens(undefined))).toThrow(
    'Plugin a needs SDK ^0.2.0, but this host has 0.1.3. Install a version of the plugin for this host.',
  )
  expect(kernel.registry.plugins()).toEqual([])
})

it('a plugin is set up where code from text is forbidden', async () => {
  const forbidden = () => {
    throw new EvalError('code from text is forbidden')
  }
  vi.stubGlobal('Function', new Proxy(Function, { apply: forbidden, construct: forbidden }))
  try {
    const kernel = create()
    kernel.provide(Clock, { now: () => 1 })
    kernel.enable(
      manifest('a'),
      opens(({ get, provide }) => provide(Cache, new Map([['now', get(Clock).now()]]))),
    )
    await kernel.openDoor('a', connect)
    expect(kernel.services('a').get(Cache).get('now')).toBe(1)
    await kernel.close()
  } finally {
    vi.unstubAllGlobals()
  }
})
