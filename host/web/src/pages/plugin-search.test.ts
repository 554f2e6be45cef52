import { expect, it } from 'vitest'
import type { PluginInfo } from '../plugins/plugin-list.ts'
import { contributionsIn, findPlugins } from './plugin-search.ts'

const plugin = (id: string, title: string, contributes: PluginInfo['contributes']): PluginInfo => ({
  id,
  title,
  version: '1.0.0',
  base: `/plugins/${id}/`,
  contributes,
})
const stat = plugin('@orrery/panel-stat', 'Stat', [{ kind: 'panel', id: 'stat', title: 'Stat' }])
const loki = plugin('@acme/loki', 'Loki', [
  { kind: 'panel', id: 'logs', title: 'Logs' },
  { kind: 'datasource', id: 'loki', title: 'Loki' },
])

it('finds plugins by all their words, by title', () => {
  expect(findPlugins([stat, loki], '')).toEqual([loki, stat])
  expect(findPlugins([stat, loki], 'PANEL')).toEqual([loki, stat])
  expect(findPlugins([stat, loki], 'datasource acme')).toEqual([loki])
  expect(findPlugins([stat, loki], 'tempo')).toEqual([])
})

it('lists what a plugin brings by kind', () => {
  expect(contributionsIn(loki).map(({ kind, id }) => [kind, id])).toEqual([
    ['datasource', 'loki'],
    ['panel', 'logs'],
  ])
})
