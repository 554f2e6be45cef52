// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import ValuePicker from './ValuePicker.vue'

enableAutoUnmount(afterEach)

const options = Array.from({ length: 10_000 }, (_, i) => ({ value: `v${i}`, text: `Host ${i}` }))
const search = () => document.querySelector<HTMLInputElement>('.o-options-search')!
const rows = () => [...document.querySelectorAll<HTMLElement>('[role="option"]')]
const press = async (key: string) => {
  search().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}
const type = async (text: string) => {
  search().value = text
  search().dispatchEvent(new Event('input'))
  await flushPromises()
}
async function open(props: object = {}) {
  const picker = mount(ValuePicker, {
    props: { label: 'Host', options, value: 'v1', several: false, status: 'ready' as const, ...props },
    attachTo: document.body,
  })
  await picker.find('[role="combobox"]').trigger('click')
  await flushPromises()
  return picker
}

it('draws few of ten thousand, and finds one by its text', async () => {
  const picker = await open()
  expect(picker.find('[role="combobox"]').attributes('aria-label')).toBe('Host: Host 1')
  expect(rows().length).toBeLessThan(30)
  await type('host 9999')
  expect(rows().map((row) => row.textContent)).toEqual(['Host 9999v9999'])
  await press('Enter')
  expect(picker.emitted('change')).toEqual([['v9999']])
})

it('tells several values once, when it is closed', async () => {
  const picker = await open({ several: true, value: ['$__all'], includeAll: true })
  await type('Host 2')
  await press('Enter')
  await press('ArrowDown')
  await press('Enter')
  expect(picker.emitted('change')).toBeUndefined()
  const apply = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Apply')!
  apply.click()
  await flushPromises()
  expect(picker.emitted('change')).toEqual([[['v2', 'v12']]])
})

it('takes a value of one’s own where it may', async () => {
  const picker = await open({ allowCustom: true })
  await type('mine')
  await press('Enter')
  expect(picker.emitted('change')).toEqual([['mine']])
})

it('says what went wrong, and asks again', async () => {
  const picker = await open({
    options: [],
    problem: { code: 'QUERY_TIMEOUT', message: 'It did not answer.' },
    status: 'failed',
  })
  expect(document.querySelector('[role="alert"]')!.textContent).toContain('It did not answer.')
  const again = [...document.querySelectorAll('button')].find((button) => button.textContent?.includes('Ask again'))!
  again.click()
  expect(picker.emitted('reload')).toEqual([[]])
})
