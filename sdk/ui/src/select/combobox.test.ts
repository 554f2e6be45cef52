// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import OCombobox from './OCombobox.vue'

enableAutoUnmount(afterEach)

const names = (count: number) => Array.from({ length: count }, (_, i) => ({ value: `host-${i}`, label: `host-${i}` }))
const list = () => document.querySelector<HTMLElement>('[role="listbox"]')

function open(count = 3, text = '') {
  const box = mount(OCombobox, {
    props: {
      options: names(count),
      modelValue: text,
      label: 'Host',
      'onUpdate:modelValue': (next: string) => box.setProps({ modelValue: next }),
    },
    attachTo: document.body,
  })
  const input = box.get('input')
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await input.trigger('keydown', { key })
    await flushPromises()
  }
  const current = () => document.querySelector(`[id="${input.attributes('aria-activedescendant')}"]`)?.textContent
  return { box, input, press, current }
}

it('takes any text, and offers what was found for it', async () => {
  const { box, input, current } = open()
  await input.setValue('ho')
  await flushPromises()
  expect([box.props('modelValue'), list()?.id, current()]).toEqual(['ho', input.attributes('aria-controls'), undefined])
  expect(input.attributes('aria-expanded')).toBe('true')
  expect(document.activeElement).not.toBe(list())
})

it('moves by keys and takes what is current', async () => {
  const { box, press, current } = open()
  await press('ArrowDown', 'ArrowDown')
  expect(current()).toBe('host-1')
  await press('Enter')
  expect([box.props('modelValue'), list(), box.emitted('choose')]).toEqual(['host-1', null, [['host-1']]])
})

it('leaves Enter to the form while no option is current, and Escape closes only the list', async () => {
  const { input } = open()
  const heard: string[] = []
  const hear = ({ key, defaultPrevented }: KeyboardEvent) => heard.push(`${key} ${defaultPrevented}`)
  document.addEventListener('keydown', hear)
  await input.setValue('x')
  await input.trigger('keydown', { key: 'Enter' })
  await input.trigger('keydown', { key: 'Escape' })
  await flushPromises()
  await input.trigger('keydown', { key: 'Escape' })
  document.removeEventListener('keydown', hear)
  expect([heard, list()]).toEqual([['Enter false', 'Escape false'], null])
})

it('has an element for some of many options, and says how many there are', async () => {
  const { press } = open(10_000)
  await press('ArrowDown')
  const rows = document.querySelectorAll('[role="option"]')
  expect(rows.length).toBeLessThan(100)
  expect(list()?.firstElementChild?.getAttribute('style')).toContain('280000px')
})

it('says when nothing is found, or there is more', async () => {
  const { box, press } = open(0)
  await press('ArrowDown')
  const status = () => document.querySelector('[role="status"]')?.textContent?.trim()
  expect(status()).toBe('Nothing found')
  await box.setProps({ options: names(2), isCutOff: true })
  expect(status()).toBe('There are more. Type to find them.')
})
