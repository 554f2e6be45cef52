// @vitest-environment happy-dom
import { defineTable, integer, text, type Frame } from '@orrery/sdk'
import { EditorView } from '@orrery/ui/editor'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { Query } from '../../options.ts'
import { createCatalog } from '../names/catalog.ts'
import PromqlEditor from './PromqlEditor.vue'

enableAutoUnmount(afterEach)
afterEach(() => localStorage.clear())

const MetricTable = defineTable({ name: text(), type: text(), help: text(), unit: text() })
const NameTable = defineTable({ name: text() })
const answer = defineTable({ value: integer() }).fromRows([{ value: 1 }])

const metrics = [
  { name: 'http_requests_total', type: 'counter', help: 'Requests that were answered.', unit: '' },
  { name: 'node_load1', type: 'gauge', help: 'Load of the last minute.', unit: '' },
]
async function ask(query: Query): Promise<readonly Frame[]> {
  if (query.type === 'metrics') return [MetricTable.fromRows(metrics)]
  if (query.type === 'labels') return [NameTable.fromRows([{ name: '__name__' }, { name: 'code' }])]
  return [NameTable.fromRows([{ name: '200' }, { name: '500' }])]
}

async function open(modelValue = 'up', answers: typeof ask = ask) {
  const editor = mount(PromqlEditor, {
    props: {
      modelValue,
      catalog: createCatalog(answers),
      datasourceId: 'p',
      timeZone: 'UTC',
      frames: [],
      'onUpdate:modelValue': (next: string) => void editor.setProps({ modelValue: next }),
    },
    attachTo: document.body,
  })
  await flushPromises()
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((one) =>
      [one.textContent?.trim(), one.getAttribute('aria-label')].includes(name),
    )!
  const press = async (name: string) => {
    button(name).click()
    await flushPromises()
  }
  return { editor, button, press, said: () => editor.find('[role="status"]').text() }
}

it('says a while after typing what is wrong, and at once what Prometheus says', async () => {
  vi.useFakeTimers()
  const { editor, said } = await open('rate(up)')
  expect(said()).toBe('')
  await vi.advanceTimersByTimeAsync(500)
  vi.useRealTimers()
  expect(said()).toContain('range vector')
  const problem = {
    code: 'PROMETHEUS_QUERY_INVALID',
    detail: 'No.',
    params: { reason: 'its own words', line: 1, column: 6 },
  }
  await editor.setProps({ problem })
  expect(said()).toBe('its own words')
  expect(editor.find('.cm-lintRange-error').text()).toBe('up')
  await editor.setProps({ modelValue: 'rate(up[5m])' })
  expect(said()).toBe('')
})

it('remembers what was answered, and gives it back', async () => {
  const { editor, press } = await open('node_load1')
  await editor.setProps({ frames: [answer] })
  await editor.setProps({ modelValue: 'other' })
  await press('History')
  await press('Star')
  document.querySelector<HTMLElement>('.take')!.click()
  await flushPromises()
  expect(editor.emitted('update:modelValue')?.at(-1)).toEqual(['node_load1'])
})

it('puts a text in order', async () => {
  const { editor, press, button } = await open('sum by(job)( rate(up[5m]) )')
  await press('Format')
  expect(editor.emitted('update:modelValue')?.at(-1)).toEqual(['sum by (job) (rate(up[5m]))'])
  await editor.setProps({ modelValue: 'sum(' })
  expect(button('Format').disabled).toBe(true)
})

it('takes a query of a metric from the browser, with the values that were chosen', async () => {
  const { editor, press } = await open('')
  await press('Browse metrics')
  await vi.waitFor(() => expect(document.querySelectorAll('[role="option"]')).toHaveLength(2))
  const search = document.querySelector<HTMLInputElement>('[role="combobox"][type="search"]')!
  search.value = 'requests'
  search.dispatchEvent(new Event('input'))
  await flushPromises()
  expect(document.querySelectorAll('[role="option"]')).toHaveLength(1)
  await vi.waitFor(() => expect(document.querySelector('.facets')?.textContent).toContain('code'))
  document.querySelector<HTMLElement>('.facets .name')!.click()
  await vi.waitFor(() => expect(document.querySelector('.facets')?.textContent).toContain('500'))
  await press('500')
  await press('Use')
  expect(editor.emitted('update:modelValue')?.at(-1)).toEqual([
    'rate(http_requests_total{code="500"}[$__rate_interval])',
  ])
})

it('says in the browser why there are no metrics, and tries again', async () => {
  const failing = vi.fn<typeof ask>().mockRejectedValueOnce(new Error('It is down.')).mockImplementation(ask)
  const { press } = await open('up', failing)
  await press('Browse metrics')
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('It is down.')
  await press('Try again')
  await vi.waitFor(() => expect(document.querySelectorAll('[role="option"]')).toHaveLength(2))
})

it('runs by Mod-Enter', async () => {
  const { editor } = await open()
  const content = editor.find<HTMLElement>('.cm-content').element
  expect(EditorView.findFromDOM(content)).not.toBeNull()
  content.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
  expect(editor.emitted('run')).toHaveLength(1)
})
