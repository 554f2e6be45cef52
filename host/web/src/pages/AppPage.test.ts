// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../api/session.ts'
import { pluginList } from '../plugins/plugin-list.ts'
import AppPage from './AppPage.vue'

const page = (path: string, code: string) => ({
  path,
  title: `Page ${path}`,
  view: { $door: 'web', path: `data:text/javascript,${encodeURIComponent(code)}` },
})
const writes = `export default { abi: 1, mount(element, props) {
  element.textContent = props.path + ' ' + props.options.greeting
  return { update() {}, unmount() {} }
} }`

pluginList.value = {
  plugins: [
    {
      id: '@acme/tour',
      version: '1.0.0',
      title: 'Tour',
      base: '',
      contributes: [
        {
          kind: 'app',
          id: 'tour',
          title: 'Tour',
          options: {
            type: 'object',
            required: ['greeting'],
            properties: { greeting: { type: 'string', default: 'hello' } },
          },
          pages: [
            page('fine', writes),
            page('broken', 'export default { abi: 1, mount() { throw new Error("no tour today") } }'),
            page('lost', 'import "data:text/javascript,throw new Error(1)"'),
          ],
        },
      ],
    },
  ],
  problems: [],
}

const routes = [
  { path: '/app/:id/:path(.*)*', component: AppPage },
  { path: '/dashboards', component: { template: '' } },
]
let unmount = () => {}
afterEach(() => unmount())

async function open(path: string) {
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  unmount = () => wrapper.unmount()
  return { router, text: () => document.body.textContent ?? '' }
}

it('draws the page of its path with its options', async () => {
  session.brand = { name: 'Acme' }
  const { text } = await open('/app/tour/fine')
  await expect.poll(text).toContain('fine hello')
  expect(document.title).toBe('Page fine · Acme')
})

it('keeps a failure of the app inside, and forgets it on another page', async () => {
  const { router, text } = await open('/app/tour/broken')
  await expect.poll(text).toContain('no tour today')
  await router.push('/app/tour/fine')
  await expect.poll(text).toContain('fine hello')
  expect(text()).not.toContain('no tour today')
})

it('says by its code that the code of the app cannot be loaded', async () => {
  const { text } = await open('/app/tour/lost')
  await expect.poll(text).toContain('PLUGIN_CODE_FAILED')
})

it('knows no other page, and no other app', async () => {
  const { router, text } = await open('/app/tour')
  expect(text()).toContain('There is no such page')
  await router.push('/app/other/fine')
  expect(text()).toContain('There is no such page')
})
