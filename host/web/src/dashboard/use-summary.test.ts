// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import { defineTable, number } from '@orrery/frames'
import type { VariableValues } from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ref, shallowReactive, type Ref } from 'vue'
import type { PanelData } from '../query/panel-data.ts'
import PanelFrame from './PanelFrame.vue'
import { install, moduleOf, noAnnotations } from './testing.ts'
import { variablesKey } from './variables-key.ts'

const Numbers = defineTable({ value: number() })
const range = { from: 0, to: 1 }
const dataOf = (...values: readonly number[]): PanelData => ({
  frames: values.length ? [Numbers.fromRows(values.map((value) => ({ value })))] : [],
  range,
  problems: [],
  loading: false,
  answered: true,
  stale: false,
})
const spec: PanelSpec = { type: 'demo', title: 'A panel', queries: [], options: { digits: 2 } }

const draw = (summary: string, variables: Ref<VariableValues> = ref({})) => {
  const door = { $door: 'shared', server: './x.js', web: moduleOf(summary) }
  install('export default () => "drawn"', { accepts: ['table'], summary: door })
  const data = shallowReactive(new Map([['a', dataOf(1, 2)]]))
  const none = () => {}
  const panel = mount(PanelFrame, {
    // It asks for what only browsers have.
    global: { stubs: { PanelMenu: true }, provide: { [variablesKey]: variables } },
    props: {
      panel: 'a',
      dashboard: {
        id: 'd',
        revision: 'r',
        spec: { panels: { a: spec }, layout: { kind: 'grid', items: [] } },
      } as never,
      spec,

      queries: {
        annotations: noAnnotations(),
        data,
        dataOf: (id) => data.get(id)!,
        show: none,
        hide: none,
        refresh: none,
      },
      timeZone: 'UTC',
      full: false,
    },
  })
  const description = () => {
    const id = panel.get('section').attributes('aria-describedby')
    return id === undefined ? undefined : panel.get(`[id="${id}"]`).text()
  }
  const show = (...values: readonly number[]) => data.set('a', dataOf(...values))
  return { show, description }
}

// Summaries wait.
const later = () => vi.advanceTimersByTimeAsync(3000)
beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

it('describes a panel by the summary of its plugin, and anew when its frames change', async () => {
  const summary = 'export default ({ frames, options }) => `${frames[0].length} rows in ${options.unit}`'
  const { show, description } = draw(summary)
  await later()
  await vi.waitFor(() => expect(description()).toBe('2 rows in s'))
  show(1, 2, 3)
  await later()
  await vi.waitFor(() => expect(description()).toBe('3 rows in s'))
  show()
  await later()
  await vi.waitFor(() => expect(description()).toBeUndefined())
})

it('describes a panel anew when only a variable changes', async () => {
  const variables = ref<VariableValues>({ host: 'a' })
  const { description } = draw('export default ({ variables }) => `of ${variables.host}`', variables)
  await later()
  await vi.waitFor(() => expect(description()).toBe('of a'))
  variables.value = { host: 'b' }
  await later()
  await vi.waitFor(() => expect(description()).toBe('of b'))
})

it('leaves a panel as it is when its summary fails, and logs it once', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const summary = 'export default () => { globalThis.tries = (globalThis.tries ?? 0) + 1; throw new Error("boom") }'
  const { show, description } = draw(summary)
  const tries = () => (globalThis as { tries?: number }).tries
  await later()
  await vi.waitFor(() => expect(tries()).toBe(1))
  show(3)
  await later()
  await vi.waitFor(() => expect(tries()).toBe(2))
  expect(description()).toBeUndefined()
  expect(logged).toHaveBeenCalledTimes(1)
})
