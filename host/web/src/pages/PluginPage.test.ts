// @vitest-environment happy-dom
import { Choice, Secret, Type } from '@orrery/sdk'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { problemAnswer, startFakeHost, type HostAnswer } from '../api/testing.ts'
import { pluginList } from '../plugins/plugin-list.ts'
import { formatBytes } from './bytes.ts'
import { optionRows } from './option-rows.ts'
import { doorsOf } from './plugin-doors.ts'
import PluginPage from './PluginPage.vue'

const options = Type.Object({
  url: Type.String({ title: 'URL', description: 'Where it is.' }),
  method: Choice({ POST: 'POST', GET: 'GET' }, { title: 'Method', default: 'POST' }),
  password: Type.Optional(Secret({ title: 'Password' })),
  headers: Type.Optional(Type.Array(Type.Object({ name: Type.String() }), { title: 'Headers' })),
})
const door = (side: string) => ({ $door: side, path: './x.js' })

it('lists all options, those of groups by their path', () => {
  expect(optionRows(options).map(({ path, type, default: given, required }) => [path, type, given, required])).toEqual([
    ['url', 'text', undefined, true],
    ['method', '"POST" | "GET"', '"POST"', false],
    ['password', 'secret, stored encrypted', undefined, false],
    ['headers', 'list', undefined, false],
    ['headers[].name', 'text', undefined, true],
  ])
})

it('finds code wherever it is, and says where it runs', () => {
  const contribution = { kind: 'app', connect: door('server'), pages: [{ view: door('web') }], migrate: door('shared') }
  expect(doorsOf(contribution)).toEqual([
    { name: 'connect', runsOn: 'server' },
    { name: 'pages.0.view', runsOn: 'browser' },
    { name: 'migrate', runsOn: 'both' },
  ])
})

it('writes sizes in the largest unit that fits', () => {
  expect([0, 999, 1000, 1_540_000].map(formatBytes)).toEqual(['0 byte', '999 byte', '1 kB', '1.5 MB'])
})

async function open(answer: () => HostAnswer) {
  const asked = await startFakeHost(answer)
  const contributes = [{ kind: 'datasource', id: 'demo', title: 'Demo source', options, connect: door('server') }]
  const plugin = { id: '@acme/demo', version: '1.2.3', title: 'Demo', description: 'A demo.', base: '/x/', contributes }
  pluginList.value = { plugins: [plugin], problems: [] }
  const page = mount(PluginPage, { props: { id: plugin.id }, global: { stubs: { RouterLink: true } } })
  onTestFinished(() => page.unmount())
  await flushPromises()
  return { page, asked }
}

it('shows what a plugin brings, with what it is and how large', async () => {
  const files = [{ path: './server/x.js', bytes: 1200 }, { path: './ui/x.css' }]
  const { page, asked } = await open(() => ({
    body: { sdk: '^0.1.0', folder: '/plugins/demo', license: 'MIT', startsWithHost: false, files },
  }))
  await vi.waitFor(() => expect(page.text()).toContain('MIT'))
  expect(asked[0]!.url.pathname).toBe('/api/v1/plugins/%40acme%2Fdemo')
  const section = page.get('section[aria-label="Data source Demo source"]')
  expect(section.text()).toContain('connect on the server')
  expect(section.findAll('tbody tr').length).toBe(5)
  expect(page.get('summary').text()).toBe('2 files, 1.2 kB')
})

it('says that there is no such plugin', async () => {
  const { page } = await open(() => problemAnswer(404, 'PLUGIN_NOT_FOUND', 'no plugin "x" is installed.'))
  await vi.waitFor(() => expect(page.get('[role=alert]').text()).toContain('no plugin "x" is installed.'))
})
