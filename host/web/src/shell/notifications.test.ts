// @vitest-environment happy-dom
import { useToasts } from '@orrery/ui'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import NotificationBell from './NotificationBell.vue'

it('counts what came since somebody looked, and keeps it with its time, code and trace', async () => {
  vi.stubGlobal('isSecureContext', true)
  const write = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } })
  const { show, clear } = useToasts()
  const bell = mount(NotificationBell, { attachTo: document.body })
  onTestFinished(() => {
    bell.unmount()
    clear()
    vi.unstubAllGlobals()
  })
  const label = () => bell.get('button').attributes('aria-label')
  const list = () => document.querySelector('.notifications')
  expect(label()).toBe('Notifications')
  show('It is saved', { kind: 'ok' })
  for (let k = 0; k < 2; k++) show('It failed', { kind: 'error', code: 'FAILED', traceId: 'abc123' })
  await flushPromises()
  expect(label()).toBe('Notifications, 2 new')
  await bell.get('button').trigger('click')
  await flushPromises()
  expect([...list()!.querySelectorAll('li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim())).toEqual(
    ['It failed now2 timesFAILEDabc123', 'It is saved now'].map((text) =>
      expect.stringMatching(new RegExp(text.replaceAll(' ', '\\s*'))),
    ),
  )
  expect(label()).toBe('Notifications')
  list()!.querySelector<HTMLElement>('[aria-label="Copy the trace id"]')!.click()
  await vi.waitFor(() => expect(write.mock.calls).toEqual([['abc123']]))
  list()!.querySelector<HTMLElement>('header button')!.click()
  await flushPromises()
  expect(list()!.textContent).toContain('Nothing has happened yet.')
})
