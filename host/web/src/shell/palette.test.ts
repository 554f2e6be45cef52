// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { SearchResult } from '../api/search.ts'
import { session } from '../api/session.ts'
import { problemAnswer, startFakeHost, type HostAnswer } from '../api/testing.ts'
import { pluginList } from '../plugins/plugin-list.ts'
import CommandPalette from './CommandPalette.vue'
import { useCommands } from './commands.ts'
import { hostCommands } from './host-commands.ts'
import { rememberRecent } from './recent.ts'

const map = {
  kind: 'app',
  id: 'map',
  title: 'Map',
  options: {},
  pages: [{ path: '', title: 'World', view: {}, nav: { icon: 'globe' } }],
  commands: [{ id: 'open', title: 'Open the map', keywords: ['geo'], open: 'legend' }],
}
const dashboards: readonly SearchResult[] = [
  { kind: 'dashboard', id: 'cpu', title: 'CPU', folder: { id: 'infra', title: 'Machines' } },
  { kind: 'datasource', id: 'prom', title: 'Metrics' },
  { kind: 'alert', id: 'a', title: 'Of a kind without a page' },
]

beforeEach(() => {
  localStorage.clear()
  session.user = { id: 'user:ada', name: 'ada', role: 'admin', via: 'password' }
  const plugin = { id: '@acme/map', version: '1.0.0', title: 'Map', base: '/plugins/x/' }
  pluginList.value = { problems: [], plugins: [{ ...plugin, contributes: [map] }] }
})

async function open(answer: (text: string) => HostAnswer = () => ({ body: { items: dashboards } })) {
  const asked = await startFakeHost(({ url }) => answer(url.searchParams.get('q')!))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { render: () => undefined } }],
  })
  const palette = mount(
    {
      components: { CommandPalette },
      setup() {
        useCommands(() => hostCommands({ search() {}, help() {}, open: (path) => void router.push(path) }))
        return { isOpen: ref(true) }
      },
      template: '<CommandPalette v-model:open="isOpen" />',
    },
    { global: { plugins: [router] }, attachTo: document.body },
  )
  onTestFinished(() => palette.unmount())
  await flushPromises()
  const input = document.querySelector<HTMLInputElement>('input[role=combobox]')!
  const type = (text: string) => {
    input.value = text
    input.dispatchEvent(new Event('input'))
  }
  const press = (key: string) => input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
  const titles = () => [...document.querySelectorAll('[role=option] .title')].map((each) => each.textContent)
  const groups = () => [...document.querySelectorAll('[role=group] .group')].map((each) => each.textContent)
  const selected = () => document.querySelector('[aria-selected=true] .title')?.textContent
  const at = (path: string) => vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(path))
  return { asked, type, press, titles, groups, selected, at }
}

it('shows what was opened last, then what there is, pages and commands', async () => {
  rememberRecent({ kind: 'dashboard', id: 'cpu', title: 'CPU' })
  const { titles, groups, asked } = await open()
  await vi.waitFor(() => expect(titles().slice(0, 2)).toEqual(['CPU', 'Metrics']))
  expect(groups()).toEqual(['Opened last', 'Dashboards and data sources', 'Pages', 'Commands'])
  expect(asked[0]!.url.search).toBe('?q=&limit=30')
})

it('asks the host once for what was typed in one go, and says in which folder it is', async () => {
  const { type, titles, asked, at, press } = await open()
  await vi.waitFor(() => expect(titles()).toContain('CPU'))
  for (const text of ['c', 'cp', 'cpu']) type(text)
  await vi.waitFor(() => expect(asked.map(({ url }) => url.searchParams.get('q'))).toEqual(['', 'cpu']))
  await vi.waitFor(() => expect(document.querySelector('[aria-selected=true] .hint')?.textContent).toBe('Machines'))
  press('Enter')
  await at('/d/cpu')
})

it('opens what the host finds when Enter came before its answer', async () => {
  let tell = () => {}
  const { type, press, at, titles } = await open((text) =>
    text === ''
      ? { body: { items: [] } }
      : (response) => {
          tell = () => response.end(JSON.stringify({ items: dashboards }))
        },
  )
  type('cp')
  await flushPromises()
  expect(titles()).toEqual([])
  press('Enter')
  await vi.waitFor(() => (tell(), expect(document.querySelector('[role=dialog]')).toBeNull()))
  await at('/d/cpu')
})

it('finds commands of the host and of apps by any of their words, with their keys', async () => {
  const { type, titles, press, at } = await open(() => ({ body: { items: [] } }))
  type('geo map')
  await vi.waitFor(() => expect(titles()).toEqual(['Open the map']))
  type('theme')
  await vi.waitFor(() => expect(titles()[0]).toBe('Theme as the system'))
  expect([...document.querySelectorAll('[role=option] kbd')].map((each) => each.textContent)).toEqual(['C', 'T'])
  type('geo map')
  await vi.waitFor(() => expect(titles()).toEqual(['Open the map']))
  press('ArrowDown')
  press('Enter')
  await at('/app/map/legend')
})

it('keeps what somebody chose while answers come', async () => {
  let tell = () => {}
  const { press, selected, titles } = await open(() => (response) => {
    tell = () => response.end(JSON.stringify({ items: dashboards }))
  })
  await vi.waitFor(() => expect(selected()).toBe('Dashboards'))
  press('ArrowDown')
  await vi.waitFor(() => expect(selected()).toBe('Playlists'))
  await vi.waitFor(() => (tell(), expect(titles()).toContain('CPU')))
  expect(selected()).toBe('Playlists')
})

it('says when the host cannot search, and still finds pages', async () => {
  const { type, titles } = await open(() => problemAnswer(503, 'STORE_BUSY', 'The store is busy.'))
  type('plug')
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('The store is busy.'))
  expect(titles()).toEqual(['Plugins'])
  type('nothing like it')
  await vi.waitFor(() => expect(document.querySelector('.none')?.textContent).toContain('Nothing found'))
})

it('offers a viewer only what a viewer may do', async () => {
  session.user = { id: 'user:eve', name: 'eve', role: 'viewer', via: 'password' }
  const { type, titles } = await open(() => ({ body: { items: [] } }))
  type('add')
  await vi.waitFor(() => expect(titles()).toEqual([]))
})
