import { validate } from '@orrery/schema'
import { expect, it } from 'vitest'
import { checkPlaylist, playlistIntervalMs, playlistProblems, PlaylistSpec } from './playlist.ts'

const spec: PlaylistSpec = {
  interval: '30s',
  items: [
    { type: 'dashboard', dashboard: 'node' },
    { type: 'tag', tag: 'linux', interval: '5m', time: { from: 'now-6h', to: 'now' } },
  ],
}

it('shows each as long as it, the playlist or nobody says', () => {
  expect(validate(PlaylistSpec, spec).ok).toBe(true)
  expect(spec.items.map((item) => playlistIntervalMs(spec, item))).toEqual([30_000, 300_000])
  expect(playlistIntervalMs({ items: spec.items }, spec.items[0]!)).toBe(60_000)
  expect(playlistIntervalMs({ interval: '10ms', items: [] }, spec.items[0]!)).toBe(5000)
})

it('tells of intervals in which nothing would be seen', () => {
  expect(playlistProblems(spec)).toEqual([])
  const short: PlaylistSpec = { interval: '4s', items: [{ type: 'tag', tag: 'linux', interval: '900ms' }] }
  expect(playlistProblems(short).map(({ path }) => path)).toEqual(['/interval', '/items/0/interval'])
})

it('names a playlist and the place of what is wrong', () => {
  const value = (interval: string) => ({
    apiVersion: 'orrery.dev/v1',
    kind: 'playlist',
    namespace: 'default',
    id: 'tour',
    metadata: { title: 'Tour' },
    spec: { interval, items: [] },
  })
  expect(checkPlaylist(value('5s')).spec.interval).toBe('5s')
  expect(() => checkPlaylist(value('1s'))).toThrow(/"tour".*\/spec\/interval is shorter than 5s/s)
})

it('refuses items of no known type', () => {
  expect(validate(PlaylistSpec, { items: [{ type: 'folder', folder: 'ops' }] }).ok).toBe(false)
})
