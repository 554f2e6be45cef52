import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPlayer } from './player.ts'
import { resolvePlaylist } from './resolve.ts'

interface Entry {
  readonly name: string
  readonly ms: number
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function play(names: readonly string[], missing: readonly string[] = []) {
  const shown: string[] = []
  const skipped: string[] = []
  const state = { names, missing }
  const player = createPlayer<Entry, string>({
    list: async () => state.names.map((name, i) => ({ name, ms: (i + 1) * 1000 })),
    load: async ({ name }) => {
      if (state.missing.includes(name)) throw new Error(`no ${name}`)
      return name
    },
    show: async (name, at) => void shown.push(`${name} ${at}`),
    onSkip: ({ name }) => skipped.push(name),
  })
  return { player, shown, skipped, state }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('shows each for its time, again and again', async () => {
  const { player, shown } = play(['a', 'b'])
  player.start(0)
  await settle()
  expect(shown).toEqual(['a 0'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(shown).toEqual(['a 0', 'b 1'])
  await vi.advanceTimersByTimeAsync(1900)
  expect(shown).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(100)
  expect(shown.at(-1)).toBe('a 0')
  player.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toHaveLength(3)
})

it('begins where the address says, steps both ways, and stays while it is paused', async () => {
  const { player, shown } = play(['a', 'b', 'c'])
  player.start(4)
  await settle()
  player.pause(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toEqual(['b 1'])
  player.previous()
  await settle()
  player.previous()
  await settle()
  expect(shown).toEqual(['b 1', 'a 0', 'c 2'])
  player.pause(false)
  await vi.advanceTimersByTimeAsync(3000)
  expect(shown.at(-1)).toBe('a 0')
  player.stop()
})

it('passes over what is not there, and follows what is changed meanwhile', async () => {
  const { player, shown, skipped, state } = play(['a', 'b', 'c'], ['b'])
  player.start(1)
  await settle()
  expect([shown, skipped]).toEqual([['c 2'], ['b']])
  state.names = ['d']
  player.next()
  await settle()
  expect(shown.at(-1)).toBe('d 0')
  player.stop()
})

it('tries again when nothing can be shown', async () => {
  const { player, shown, state } = play(['a'], ['a'])
  player.start(0)
  await settle()
  expect(player.problem.value).toEqual(new Error('no a'))
  state.missing = []
  await vi.advanceTimersByTimeAsync(30_000)
  expect([shown, player.problem.value]).toEqual([['a 0'], undefined])
  player.stop()
})

it('finds the dashboards of a tag by title', () => {
  const time = { from: 'now-6h', to: 'now' }
  const spec = {
    interval: '10s',
    items: [
      { type: 'tag' as const, tag: 'linux', time },
      { type: 'dashboard' as const, dashboard: 'shop', interval: '20s' },
    ],
  }
  const known = [
    { id: 'io', title: 'Disk', tags: ['linux'] },
    { id: 'cpu', title: 'CPU', tags: ['linux', 'hot'] },
    { id: 'shop', title: 'Shop' },
  ]
  expect(resolvePlaylist(spec, known)).toEqual([
    { dashboard: 'cpu', ms: 10_000, time },
    { dashboard: 'io', ms: 10_000, time },
    { dashboard: 'shop', ms: 20_000, time: undefined },
  ])
})
