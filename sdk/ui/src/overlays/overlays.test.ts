// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import OButton from '../controls/OButton.vue'
import ODialog from './ODialog.vue'
import OMenu from './OMenu.vue'
import OTabs from './OTabs.vue'
import OToasts from './OToasts.vue'
import { createToasts, useToasts } from './toast.ts'

enableAutoUnmount(afterEach)
afterEach(() => void vi.useRealTimers())

it('closes a dialog by Escape, and names it by its title', async () => {
  const dialog = mount(ODialog, {
    props: { open: true, title: 'Delete it?', 'onUpdate:open': (open: boolean) => dialog.setProps({ open }) },
    slots: { default: () => 'For good.' },
    attachTo: document.body,
  })
  await flushPromises()
  const content = () => document.querySelector('[role="dialog"]')
  const title = document.getElementById(content()!.getAttribute('aria-labelledby')!)
  expect(title?.textContent).toBe('Delete it?')
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await flushPromises()
  expect(content()).toBeNull()
})

it('does what a menu item says', async () => {
  const select = vi.fn<() => void>()
  const menu = mount(OMenu, {
    props: {
      label: 'Panel',
      items: [
        { label: 'Edit', select },
        { label: 'Remove', danger: true, separated: true, select: () => {} },
      ],
    },
    slots: { default: () => h(OButton, () => 'Open') },
    attachTo: document.body,
  })
  await menu.find('button').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  items[0]!.click()
  await flushPromises()
  expect([items.map((item) => item.textContent.trim()), select.mock.calls.length]).toEqual([['Edit', 'Remove'], 1])
})

it('keeps the rows of an open menu where they are, and lets others follow', async () => {
  const item = (label: string) => ({ label, select: () => {} })
  const menu = mount(OMenu, {
    props: { label: 'Panel', items: [item('Edit'), item('Inspect')] },
    slots: { default: () => h(OButton, () => 'Open') },
    attachTo: document.body,
  })
  const labels = () => [...document.querySelectorAll('[role="menuitem"]')].map((each) => each.textContent.trim())
  const open = () => menu.find('button').trigger('keydown', { key: 'Enter' }).then(flushPromises)
  await open()
  await menu.setProps({ items: [item('Edit'), item('Inspect'), item('Explore')] })
  expect(labels()).toEqual(['Edit', 'Inspect', 'Explore'])
  await menu.setProps({ items: [item('Edit'), item('Annotate'), item('Inspect')] })
  expect(labels()).toEqual(['Edit', 'Inspect'])
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await flushPromises()
  await open()
  expect(labels()).toEqual(['Edit', 'Annotate', 'Inspect'])
})

it('opens a menu beside an entry, by keys too', async () => {
  const select = vi.fn<() => void>()
  const menu = mount(OMenu, {
    props: { label: 'Panel', items: [{ label: 'Download', items: [{ label: 'CSV', select }] }] },
    slots: { default: () => h(OButton, () => 'Open') },
    attachTo: document.body,
  })
  await menu.find('button').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  expect(items().map((item) => item.getAttribute('aria-haspopup'))).toEqual(['menu'])
  items()[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  await flushPromises()
  expect(items().map((item) => item.textContent.trim())).toEqual(['Download', 'CSV'])
  items()[1]!.click()
  await flushPromises()
  expect([select.mock.calls.length, items()]).toEqual([1, []])
})

describe('OTabs', () => {
  it('moves by arrows around the ends, and shows the open tab', async () => {
    const tabs = mount(OTabs, {
      props: {
        label: 'Views',
        tabs: ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() })),
        'onUpdate:modelValue': (value: string | undefined) => tabs.setProps({ modelValue: value }),
      },
      slots: { default: ({ tab }: { tab: string }) => `shows ${tab}` },
      attachTo: document.body,
    })
    const seen = [tabs.find('[role="tabpanel"]').text()]
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'End']) {
      await tabs.find('[role="tablist"]').trigger('keydown', { key })
      await flushPromises()
      seen.push(tabs.find('[role="tabpanel"]').text())
    }
    expect(seen).toEqual(['shows a', 'shows c', 'shows a', 'shows b', 'shows c'])
    expect(document.activeElement?.textContent).toBe('C')
  })
})

describe('toasts', () => {
  it('go by themselves, but errors stay until they are dismissed', async () => {
    vi.useFakeTimers()
    const { show, list } = useToasts()
    const toasts = mount(OToasts)
    show('Saved', { kind: 'ok' })
    show('Not saved', { kind: 'error', code: 'HTTP_CONFLICT' })
    await vi.advanceTimersByTimeAsync(6000)
    expect(list.value.map(({ text }) => text)).toEqual(['Not saved'])
    expect(toasts.text()).toContain('HTTP_CONFLICT')
    await toasts.find('button').trigger('click')
    expect(list.value).toEqual([])
  })

  it('stay while they are pointed at', async () => {
    vi.useFakeTimers()
    const { show, list } = useToasts()
    const toasts = mount(OToasts)
    const dismiss = show('Look')
    await flushPromises()
    await toasts.find('.o-toast').trigger('pointerenter')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(list.value.length).toBe(1)
    dismiss()
  })

  it('say the same once, with how often', async () => {
    const { show, list, clear } = useToasts()
    const toasts = mount(OToasts)
    for (let k = 0; k < 3; k++) show('Not saved', { kind: 'error', code: 'A' })
    show('Not saved', { kind: 'error', code: 'B' })
    await flushPromises()
    expect(list.value.map(({ code, count }) => [code, count])).toEqual([
      ['A', 3],
      ['B', 1],
    ])
    expect(toasts.findAll('.o-toast')[0]!.text()).toContain('3 times')
    expect(toasts.attributes('aria-live')).toBe('polite')
    clear()
  })

  it('are kept after they went, the latest first', () => {
    const { show, list, past, dismiss, clear } = createToasts()
    for (const text of ['a', 'b', 'a']) show(text)
    for (const { id } of list.value) dismiss(id)
    expect([list.value, past.value.map(({ text, count }) => [text, count])]).toEqual([
      [],
      [
        ['a', 2],
        ['b', 1],
      ],
    ])
    show('b')
    expect(list.value.map(({ text, count }) => [text, count])).toEqual([['b', 2]])
    for (let k = 0; k < 200; k++) show(String(k))
    expect(past.value.length).toBe(100)
    clear()
    expect([list.value, past.value]).toEqual([[], []])
  })

  it('are taken away by what showing them returned', () => {
    const { show, list } = createToasts()
    const dismiss = show('a')
    show('b')
    dismiss()
    expect(list.value.map(({ text }) => text)).toEqual(['b'])
  })
})
