// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { CircleIcon, DatabaseIcon } from '@lucide/vue'
import { afterEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { describeStored } from './secret.ts'
import OAlert from './OAlert.vue'
import OButton from './OButton.vue'
import OField from './OField.vue'
import OIcon from './OIcon.vue'
import OInput from './OInput.vue'
import ONumber from './ONumber.vue'
import OSwitch from './OSwitch.vue'

enableAutoUnmount(afterEach)

it('shows a circle for an icon that it does not carry', () => {
  const drawn = ['database', 'no-such-icon', 'constructor'].map((name) => mount(OIcon, { props: { name } }))
  const has = drawn.map((icon) => [icon.findComponent(DatabaseIcon).exists(), icon.findComponent(CircleIcon).exists()])
  expect(has).toEqual([
    [true, false],
    [false, true],
    [false, true],
  ])
})

it('does nothing while it is busy, and stays focusable', async () => {
  const onClick = vi.fn<() => void>()
  const button = mount(OButton, { props: { busy: true, type: 'submit', onClick } })
  const event = new MouseEvent('click', { cancelable: true })
  button.element.dispatchEvent(event)
  expect([onClick.mock.calls.length, event.defaultPrevented, button.attributes('disabled')]).toEqual([
    0,
    true,
    undefined,
  ])
  await button.setProps({ busy: false })
  await button.trigger('click')
  expect(onClick).toHaveBeenCalledOnce()
})

it('names and describes the control inside a field', () => {
  const field = mount(OField, {
    props: { label: 'Name', description: 'As others see it.', error: 'is missing', required: true },
    slots: { default: () => h(OInput) },
  })
  const input = field.find('input').attributes()
  expect(field.find('label').attributes('for')).toBe(input.id)
  expect(input['aria-describedby']!.split(' ').map((id) => field.find(`[id="${id}"]`).text())).toEqual([
    'As others see it.',
    'is missing',
  ])
})

it('gives a number, or nothing where there is none', async () => {
  const number = mount(ONumber, { props: { modelValue: 1 } })
  for (const text of ['2.5', '']) await number.find('input').setValue(text)
  expect(number.emitted('update:modelValue')).toEqual([[2.5], [undefined]])
})

it('leaves half a number as it is typed, and follows a value from elsewhere', async () => {
  const number = mount(ONumber, {
    props: { modelValue: 1, 'onUpdate:modelValue': (modelValue) => number.setProps({ modelValue }) },
  })
  const input = number.find('input')
  const seen: string[] = []
  for (const text of ['-0', '-0.5', '1e1', '1e12']) {
    await input.setValue(text)
    seen.push(input.element.value)
  }
  await number.setProps({ modelValue: 7 })
  expect([seen, input.element.value]).toEqual([['-0', '-0.5', '1e1', '1e12'], '7'])
})

it('is a switch for assistive technology too', async () => {
  const on = mount(OSwitch, { props: { modelValue: false, label: 'Live' } })
  await on.trigger('click')
  expect([on.attributes('role'), on.attributes('aria-checked'), on.emitted('update:modelValue')]).toEqual([
    'switch',
    'true',
    [[true]],
  ])
})

it('interrupts for warnings and errors only, and shows the code', () => {
  const roles = (['info', 'ok', 'warn', 'error'] as const).map((kind) =>
    mount(OAlert, { props: { kind } }).attributes('role'),
  )
  const alert = mount(OAlert, { props: { kind: 'error', title: 'Failed', code: 'QUERY_FAILED' } })
  expect([roles, alert.find('code').text()]).toEqual([['status', 'status', 'alert', 'alert'], 'QUERY_FAILED'])
})

it('says where a secret is stored, and nothing of one that is typed', () => {
  const texts = [{ $secret: 'x' }, { $env: 'TOKEN' }, { $file: '/run/t' }, 'typed', undefined].map(describeStored)
  expect(texts).toEqual([
    'Stored, encrypted',
    'From the environment variable TOKEN',
    'From the file /run/t',
    undefined,
    undefined,
  ])
})
