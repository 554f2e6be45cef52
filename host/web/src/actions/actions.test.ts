// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import type { FieldAction } from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ActionDialog from './ActionDialog.vue'
import { panelOfAction } from './run-action.ts'

const restart: FieldAction = {
  title: 'Restart ${__value.raw}',
  method: 'POST',
  url: 'https://ops.example/${__value.raw}',
}
const scale: FieldAction = {
  ...restart,
  body: '{"replicas": ${replicas}}',
  variables: [{ name: 'replicas', type: 'number' }],
}
const context = { value: { raw: 'api', text: 'api' } }
const panel = (fieldConfig: PanelSpec['fieldConfig']): PanelSpec => ({
  type: 'table',
  title: '',
  queries: [],
  options: {},
  ...(fieldConfig && { fieldConfig }),
})
const matcher = { type: 'byName' as const, name: 'pod' }

afterEach(() => {
  document.body.innerHTML = ''
})

it('finds the panel that an action is saved in, its own first', () => {
  const panels = {
    a: panel({ defaults: { actions: [restart] }, overrides: [] }),
    b: panel({ defaults: {}, overrides: [{ matcher, properties: { actions: [scale, restart] } }] }),
  }
  expect(panelOfAction(panels, panels.b, { ...restart })).toBe('b')
  expect(panelOfAction(panels, { ...panels.a }, restart)).toBe('a')
  expect(panelOfAction({}, undefined, restart)).toBeUndefined()
})

it('shows the request as it will be sent, and sends it when its inputs are right', async () => {
  const view = mount(ActionDialog, {
    props: { asked: { action: scale, context }, isRunning: false },
    attachTo: document.body,
  })
  await nextTick()
  const dialog = () => document.querySelector('[role=dialog]')!
  expect(dialog().textContent).toContain('POST https://ops.example/api')
  const form = dialog().querySelector('form')!
  form.dispatchEvent(new Event('submit', { cancelable: true }))
  await nextTick()
  expect([view.emitted('run'), dialog().textContent?.includes('Enter a number.')]).toEqual([undefined, true])
  const input = dialog().querySelector('input')!
  input.value = '3'
  input.dispatchEvent(new Event('input'))
  await nextTick()
  expect(dialog().querySelector('pre')!.textContent).toBe('{"replicas": 3}')
  form.dispatchEvent(new Event('submit', { cancelable: true }))
  expect(view.emitted('run')).toEqual([[{ replicas: '3' }]])
  view.unmount()
})
