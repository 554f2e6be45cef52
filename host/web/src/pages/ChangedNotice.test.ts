// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h, ref } from 'vue'
import { expect, it, onTestFinished, vi } from 'vitest'
import { session } from '../api/session.ts'
import { startFakeHost } from '../api/testing.ts'
import ChangedNotice from './ChangedNotice.vue'
import { useOthersChange } from './use-others-change.ts'

/** A page that shows the dashboard `cpu` as of change 5, and a host that tells of changes. */
async function open() {
  session.user = { id: 'user:ada', name: 'ada', role: 'admin', via: 'password' }
  const texts: string[] = []
  const send = { write: (text: string) => void texts.push(text) }
  await startFakeHost(() => (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(texts.join(''))
    send.write = (text) => void response.write(text)
  })
  const shown = ref<number | undefined>(5)
  const page = mount(
    defineComponent({
      setup() {
        const change = useOthersChange({
          plural: 'dashboards',
          kind: 'dashboard',
          id: () => 'cpu',
          change: () => shown.value,
        })
        return () => change.value && h(ChangedNotice, { change: change.value })
      },
    }),
  )
  onTestFinished(() => {
    page.unmount()
    delete session.user
  })
  const tell = (change: number, more: object = {}, id = 'cpu') => {
    const key = { namespace: 'default', kind: 'dashboard', id }
    const data = { change, key, action: 'update', revision: 'r', author: 'user:eve', at: '', ...more }
    send.write(`id: ${change}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const says = (text: string) => vi.waitFor(() => expect(page.text()).toContain(text))
  return { page, shown, tell, says }
}

it('says who changed or deleted it, and nothing once it is loaded', async () => {
  const { page, shown, tell, says } = await open()
  tell(4)
  tell(6, {}, 'memory')
  tell(7)
  await says('Changed by eve')
  tell(8, { author: 'user:ada' })
  await says('Changed by you, in another window')
  tell(9, { author: 'provisioning' })
  await says('Changed by the provisioning files')
  shown.value = 9
  await flushPromises()
  expect(page.text()).toBe('')
  tell(10, { action: 'delete' })
  await says('Deleted by eve')
  expect(page.find('button').exists()).toBe(false)
})
