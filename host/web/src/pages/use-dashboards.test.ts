// @vitest-environment happy-dom
import { effectScope, ref } from 'vue'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startFakeHost } from '../api/testing.ts'
import { useDashboards } from './use-dashboards.ts'

const stored = (kind: string, id: string, title: string) => ({
  resource: { apiVersion: 'orrery.dev/v1', kind, namespace: 'default', id, metadata: { title }, spec: {} },
  revision: 'r',
  change: 1,
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T11:00:00.000Z',
  updatedBy: 'user:ada',
})
const titles = ['Apples', 'Bananas', 'Cherries']

/** A host that has this many dashboards on a page. */
async function start(perPage: number) {
  const asked = await startFakeHost(({ url: { pathname, searchParams } }) => {
    if (pathname.endsWith('/folders')) return { body: { items: [] } }
    const search = searchParams.get('search')?.toLowerCase() ?? ''
    const all = titles.filter((title) => title.toLowerCase().includes(search))
    const from = Number(searchParams.get('after') ?? 0)
    const items = all.slice(from, from + perPage).map((title) => stored('dashboard', title.toLowerCase(), title))
    return { body: { items, ...(from + perPage < all.length && { next: String(from + perPage) }) } }
  })
  const search = ref('')
  const scope = effectScope(true)
  onTestFinished(() => scope.stop())
  const list = scope.run(() => useDashboards(() => search.value))!
  const shown = () => list.groups.value?.flatMap(({ rows }) => rows.map(({ title }) => title))
  const shows = (...expected: readonly string[]) => vi.waitFor(() => expect(shown()).toEqual(expected))
  const searches = () => asked.filter(({ url }) => url.pathname.endsWith('/dashboards')).map(({ url }) => url.search)
  return { search, list, shows, shown, searches }
}

it('searches here what one page holds', async () => {
  const { search, shown, shows, searches } = await start(10)
  await shows('Apples', 'Bananas', 'Cherries')
  search.value = 'an'
  expect(shown()).toEqual(['Bananas'])
  expect(searches()).toEqual(['?limit=200'])
})

it('asks the host where there are more, and keeps what is shown until it answers', async () => {
  const { search, list, shown, shows, searches } = await start(2)
  await shows('Apples', 'Bananas')
  for (const text of ['c', 'ch']) search.value = text
  expect(shown()).toEqual(['Apples', 'Bananas'])
  await shows('Cherries')
  expect([searches(), list.hasMore.value, list.isLarge.value]).toEqual([
    ['?limit=200', '?limit=200&search=ch'],
    false,
    true,
  ])
  search.value = ''
  await shows('Apples', 'Bananas')
})

it('shows more when asked to', async () => {
  const { list, shows } = await start(2)
  await shows('Apples', 'Bananas')
  expect(list.hasMore.value).toBe(true)
  list.loadMore()
  await shows('Apples', 'Bananas', 'Cherries')
  expect([list.hasMore.value, list.isEmpty.value]).toEqual([false, false])
})
