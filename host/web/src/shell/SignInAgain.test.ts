// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { session } from '../api/session.ts'
import { renewal, renewSession } from '../api/session-renewal.ts'
import { problemAnswer, startFakeHost } from '../api/testing.ts'
import SignInAgain from './SignInAgain.vue'

const ada = { id: 'user:ada', name: 'ada', role: 'admin', via: 'password' } as const
const answer = {
  setup: false,
  password: true,
  demo: false,
  brand: { name: 'Acme' },
  namespace: 'default',
  version: '1',
}

async function open() {
  session.user = ada
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { render: () => undefined } }],
  })
  await router.push('/datasources/prom?a=1')
  const page = mount(SignInAgain, { props: { user: ada }, global: { plugins: [router] }, attachTo: document.body })
  onTestFinished(() => {
    page.unmount()
    delete session.user
  })
  const renewed = renewSession(performance.now())
  await flushPromises()
  const dialog = () => document.querySelector('[role=dialog]')
  const type = async (password: string) => {
    const input = document.querySelector<HTMLInputElement>('[role=dialog] input[name=password]')!
    input.value = password
    input.dispatchEvent(new Event('input'))
    input.form!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  return { router, renewed, dialog, type }
}

it('says what is wrong with the password, and goes on with the right one', async () => {
  const asked = await startFakeHost(({ body }) =>
    (body as { password: string }).password === 'right'
      ? { body: { ...answer, user: ada } }
      : problemAnswer(401, 'SIGN_IN_FAILED', 'The name or the password is wrong.'),
  )
  const { renewed, dialog, type } = await open()
  const input = document.querySelector<HTMLInputElement>('[role=dialog] input[name=username]')!
  expect([input.value, input.readOnly]).toEqual(['ada', true])
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('password'))
  await type('wrong')
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('The name or the password is wrong.'))
  await type('right')
  expect(await renewed).toBe(true)
  await vi.waitFor(() => expect(dialog()).toBeNull())
  expect(asked.map(({ body }) => body)).toEqual([
    { name: 'ada', password: 'wrong' },
    { name: 'ada', password: 'right' },
  ])
})

it('leads to the sign-in, and from there back, when somebody leaves', async () => {
  const { router, renewed, dialog } = await open()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  expect(await renewed).toBe(false)
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/sign-in?to=/datasources/prom?a=1'))
  expect([dialog(), renewal.value]).toEqual([null, undefined])
})

it('closes by itself when the person has signed in in another window', async () => {
  await startFakeHost(() => ({ body: { ...answer, user: ada } }))
  const { renewed } = await open()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(await renewed).toBe(true)
})
