// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { session } from '../api/session.ts'
import { startFakeHost } from '../api/testing.ts'
import ProvisioningNotice from './ProvisioningNotice.vue'

const problem = { file: '/etc/orrery/a.yaml', line: 12, code: 'SCHEMA_INVALID', reason: 'spec/panels is missing.' }

async function open(role: 'admin' | 'editor') {
  session.user = { id: 'user:ada', name: 'ada', role, via: 'password' }
  let problems = [problem]
  const asked = await startFakeHost(({ url }) =>
    url.pathname.endsWith('/events') ? 'never' : { body: { folders: ['/etc/orrery'], readAt: 'now', problems } },
  )
  const notice = mount(ProvisioningNotice)
  onTestFinished(() => {
    notice.unmount()
    delete session.user
  })
  await flushPromises()
  const reads = () => asked.filter(({ url }) => url.pathname.endsWith('/provisioning')).length
  return { notice, reads, mend: () => (problems = []) }
}

it('tells admins the file, the line and the reason, until it is mended', async () => {
  const { notice, mend } = await open('admin')
  await vi.waitFor(() => expect(notice.text()).toContain('1 provisioned document was not taken'))
  expect(notice.get('li').text()).toBe('/etc/orrery/a.yaml:12 spec/panels is missing. SCHEMA_INVALID')
  mend()
  await notice.get('button').trigger('click')
  await vi.waitFor(() => expect(notice.text()).toBe(''))
})

it('asks nothing for others', async () => {
  const { notice, reads } = await open('editor')
  expect([notice.text(), reads()]).toEqual(['', 0])
})
