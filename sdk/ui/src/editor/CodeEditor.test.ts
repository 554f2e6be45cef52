// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import OField from '../controls/OField.vue'
import CodeEditor from './CodeEditor.vue'
import { EditorView, type CodeDiagnostic } from './index.ts'

enableAutoUnmount(afterEach)

type Props = InstanceType<typeof CodeEditor>['$props']

function edit(props: Partial<Props> = {}) {
  const editor = mount(CodeEditor, {
    props: {
      label: 'Query',
      modelValue: 'up',
      ...props,
      'onUpdate:modelValue': (modelValue) => void editor.setProps({ modelValue }),
    },
    attachTo: document.body,
  })
  const content = () => editor.find<HTMLElement>('.cm-content')
  const view = () => EditorView.findFromDOM(content().element)!
  const press = (key: string, init: KeyboardEventInit = {}) =>
    content().element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  const text = () => editor.emitted('update:modelValue')?.at(-1)?.[0] ?? props.modelValue ?? 'up'
  return { editor, content, view, press, text }
}

it('edits a text, and takes a new one', async () => {
  const { editor, view, text } = edit()
  view().dispatch({ changes: { from: 2, insert: '{}' } })
  expect(text()).toBe('up{}')
  await editor.setProps({ modelValue: 'down' })
  expect(view().state.doc.toString()).toBe('down')
})

it('is a text box with a name for a screen reader', async () => {
  const { editor, content } = edit({ singleLine: true })
  expect(content().attributes()).toMatchObject({ role: 'textbox', 'aria-label': 'Query', 'aria-multiline': 'false' })
  await editor.setProps({ invalid: true, readonly: true })
  expect(content().attributes()).toMatchObject({ 'aria-invalid': 'true', 'aria-readonly': 'true' })
  await editor.setProps({ invalid: false })
  expect(content().attributes('aria-invalid')).toBeUndefined()
})

it('finds description and error of the field around it', () => {
  const field = mount(OField, {
    props: { label: 'Query', description: 'In PromQL.', error: 'is missing' },
    slots: { default: () => h(CodeEditor, { label: 'Query' }) },
    attachTo: document.body,
  })
  const { 'aria-describedby': ids, 'aria-invalid': invalid } = field.find('.cm-content').attributes()
  const texts = ids!.split(' ').map((id) => field.find(`[id="${id}"]`).text())
  expect([texts, invalid]).toEqual([['In PromQL.', 'is missing'], 'true'])
})

it('runs by Mod-Enter and Shift-Enter; by Enter in a single line only', () => {
  const many = edit()
  many.press('Enter', { ctrlKey: true })
  many.press('Enter', { shiftKey: true })
  many.press('Enter')
  expect([many.editor.emitted('run')?.length, many.view().state.doc.lines]).toEqual([2, 2])
  const one = edit({ singleLine: true })
  one.press('Enter')
  expect([one.editor.emitted('run')?.length, one.view().state.doc.lines]).toEqual([1, 1])
})

it('makes one line of what is pasted into a single line', () => {
  const { view, text } = edit({ singleLine: true, modelValue: 'sum(' })
  view().dispatch({ changes: { from: 4, insert: 'a\n  + b\n)' } })
  expect(text()).toBe('sum(a + b )')
})

it('leaves Tab to the page, unless it indents; then after Escape', () => {
  const leaves = edit()
  expect(leaves.press('Tab')).toBe(true)
  const indents = edit({ tabIndents: true })
  expect(indents.press('Tab')).toBe(false)
  expect(indents.text()).toBe('  up')
  indents.press('Escape', { keyCode: 27 })
  expect(indents.press('Tab', { keyCode: 9 })).toBe(true)
  expect(indents.text()).toBe('  up')
})

it('does not change while it is only read', () => {
  const { press, text } = edit({ readonly: true, tabIndents: true })
  press('Tab')
  press('Enter')
  expect(text()).toBe('up')
})

it('types over what is selected by itself, and puts brackets around it', () => {
  const { view, content, text } = edit({ modelValue: 'up + down' })
  const type = (data: string) => {
    const event = new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true })
    content().element.dispatchEvent(event)
    return event.defaultPrevented
  }
  view().dispatch({ selection: { anchor: 0, head: 2 } })
  expect([type('x'), text()]).toEqual([true, 'x + down'])
  expect(type('y')).toBe(false)
  view().dispatch({ selection: { anchor: 4, head: 8 } })
  expect([type('('), text()]).toEqual([true, 'x + (down)'])
})

it('marks what there is to say, also about the end of the text', async () => {
  const diagnostics: CodeDiagnostic[] = [{ from: 0, to: 2, severity: 'warning', message: 'is old' }]
  const { editor } = edit({ modelValue: 'up + ', diagnostics })
  expect(editor.find('.cm-lintRange-warning').text()).toBe('up')
  await editor.setProps({ diagnostics: [{ from: 99, to: 100, severity: 'error', message: 'ends early' }] })
  expect([editor.find('.cm-lintRange-warning').exists(), editor.find('.cm-lintRange-error').exists()]).toEqual([
    false,
    true,
  ])
})

it('puts a text where the caret is', () => {
  const { editor, view, text } = edit({ modelValue: 'sum()' })
  view().dispatch({ selection: { anchor: 4 } })
  editor.vm.insert('up')
  expect([text(), view().state.selection.main.head]).toEqual(['sum(up)', 6])
})

it('offers what the source has, and takes it by Tab', async () => {
  const { view, text, press } = edit({
    modelValue: '',
    complete: ({ pos }) => ({ from: 0, to: pos, options: [{ label: 'process_start_time_seconds' }] }),
  })
  view().dispatch({ changes: { from: 0, insert: 'proc' }, selection: { anchor: 4 }, userEvent: 'input.type' })
  await vi.waitFor(() =>
    expect(document.querySelector('.cm-tooltip-autocomplete')?.textContent).toContain('start_time'),
  )
  // The list takes no key for a moment after it opened.
  await vi.waitFor(() => {
    press('Tab')
    expect(text()).toBe('process_start_time_seconds')
  })
  await flushPromises()
})

it('names to its styles the nonce that the page allows', () => {
  const meta = document.head.appendChild(document.createElement('meta'))
  meta.setAttribute('property', 'csp-nonce')
  meta.nonce = 'n0nce'
  const { view } = edit()
  expect(view().state.facet(EditorView.cspNonce)).toBe('n0nce')
  meta.remove()
})
