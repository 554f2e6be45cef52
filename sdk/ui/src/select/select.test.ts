// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { findOptions, moveTo } from './option.ts'
import OSelect from './OSelect.vue'

enableAutoUnmount(afterEach)

const names = (count: number) => Array.from({ length: count }, (_, i) => ({ value: i, label: `option ${i}` }))
const list = () => document.querySelector<HTMLElement>('[role="listbox"]')
const search = () => document.querySelector<HTMLInputElement>('.o-options-search')
const current = () => {
  const id = (search() ?? list())?.getAttribute('aria-activedescendant')
  return document.querySelector(`[id="${id}"] .o-option-label`)?.textContent
}
async function press(...keys: string[]) {
  for (const key of keys) {
    ;(search() ?? list())!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
}
async function open(options: { value: unknown; label: string }[], value?: unknown, freeText = false) {
  const select = mount(OSelect, {
    props: {
      options,
      modelValue: value,
      label: 'Things',
      freeText,
      'onUpdate:modelValue': (next: unknown) => select.setProps({ modelValue: next }),
    },
    attachTo: document.body,
  })
  await select.find('button').trigger('keydown', { key: 'ArrowDown' })
  await flushPromises()
  return select
}

describe('OSelect', () => {
  it('opens at the chosen option, moves by keys, and chooses', async () => {
    const select = await open(names(5), 1)
    expect(current()).toBe('option 1')
    await press('ArrowDown', 'ArrowDown', 'Enter')
    expect([select.props('modelValue'), list()]).toEqual([3, null])
  })

  it('goes to the option that a letter begins', async () => {
    await open([...names(3), { value: 9, label: 'zebra' }])
    await press('z')
    expect(current()).toBe('zebra')
  })

  it('is searched when there are many', async () => {
    const select = await open(names(12), 0)
    search()!.value = '11'
    search()!.dispatchEvent(new Event('input'))
    await flushPromises()
    await press('Enter')
    expect(select.props('modelValue')).toBe(11)
  })

  it('takes a text that is no option where it may', async () => {
    const select = await open([{ value: 'a', label: 'A' }], 'a', true)
    search()!.value = 'req/s'
    search()!.dispatchEvent(new Event('input'))
    await flushPromises()
    await press('Enter')
    expect([select.props('modelValue'), select.text()]).toEqual(['req/s', 'req/s'])
  })

  it('draws few of many options', async () => {
    await open(names(5000))
    expect(document.querySelectorAll('[role="option"]').length).toBeLessThan(100)
  })
})

it('finds every word in label or hint', () => {
  const options = [
    { value: 1, label: 'Bytes', hint: 'Data' },
    { value: 2, label: 'Bits', hint: 'Data rate' },
  ]
  expect([findOptions(options, 'DATA b'), findOptions(options, 'rate'), findOptions(options, 'x')]).toEqual([
    [0, 1],
    [1],
    [],
  ])
})

it('stays within the list', () => {
  const moved = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'].map((key) => moveTo(key, 2, 4, 3))
  expect(moved).toEqual([1, 3, 0, 3, 0, 3, undefined])
})
