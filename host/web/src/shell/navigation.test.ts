import { beforeEach, expect, it } from 'vitest'
import { session } from '../api/session.ts'
import { pluginList } from '../plugins/plugin-list.ts'
import { isOpen, navigation } from './navigation.ts'

const app = (id: string, title: string, more: object) => ({ kind: 'app', id, title, options: {}, ...more })
const map = app('map', 'Map', {
  pages: [
    { path: '', title: 'World', view: {}, nav: { icon: 'globe' } },
    { path: 'legend', title: 'Legend', view: {} },
  ],
  commands: [{ id: 'open', title: 'Open the map', keywords: ['geo'], open: 'legend' }],
})
const plugin = { id: '@acme/map', version: '1.0.0', title: 'Map', base: '/plugins/x/' }

beforeEach(() => {
  pluginList.value = { problems: [], plugins: [{ ...plugin, contributes: [map, app('broken', 'Broken', {})] }] }
  session.user = { id: 'user:ada', name: 'ada', role: 'admin', via: 'password' }
})

it('shows the pages that apps put into the navigation, and no broken ones', () => {
  expect(navigation().map(({ to }) => to)).toEqual([
    '/dashboards',
    '/playlists',
    '/explore',
    '/datasources',
    '/plugins',
    '/tokens',
    '/app/map',
  ])
})

it('shows a viewer only what a viewer may see', () => {
  session.user = { id: 'user:eve', name: 'eve', role: 'viewer', via: 'password' }
  expect(navigation().map(({ to }) => to)).toEqual(['/dashboards', '/playlists', '/plugins', '/app/map'])
})

it('marks the page that is open, and those above it', () => {
  expect(['/dashboards', '/d/cpu', '/datasources'].map((path) => isOpen('/dashboards', path))).toEqual([
    true,
    true,
    false,
  ])
  expect(['/app/map', '/app/map/legend', '/app/mapper'].map((path) => isOpen('/app/map', path))).toEqual([
    true,
    true,
    false,
  ])
})
