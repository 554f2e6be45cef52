// @vitest-environment happy-dom
import type { Condition, DashboardSpec, GridItem, Layout, Section, VariableStatus } from '@orrery/dashboard'
import { defineTable, number } from '@orrery/frames'
import type { VariableScope } from '@orrery/sdk'
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, shallowReactive, shallowRef } from 'vue'
import { commands } from '../../shell/commands.ts'
import type { PanelData } from '../../query/panel-data.ts'
import DashboardGrid from '../DashboardGrid.vue'
import { dashboardVariablesKey } from '../../variables/use-variables.ts'
import { noAnnotations } from '../testing.ts'
import { variablesKey } from '../variables-key.ts'
import { layoutEditingKey, type LayoutEditing } from './editing.ts'
import type { SectionsView } from './sections-view.ts'

const Numbers = defineTable({ value: number() })
const answer = (rows: number): PanelData => ({
  frames: [Numbers.fromRows(Array.from({ length: rows }, (_, value) => ({ value })))],
  range: { from: 0, to: 1 },
  problems: [],
  loading: false,
  answered: true,
  stale: false,
})
const item = (panel: string, y = 0, more: Partial<GridItem> = {}): GridItem => ({
  panel,
  x: 0,
  y,
  w: 24,
  h: 4,
  ...more,
})
const grid = (...items: GridItem[]): Layout => ({ type: 'grid', items })
const section = (id: string, layout: Layout, more: Partial<Section> = {}): Section => ({
  id,
  title: `The ${id}`,
  layout,
  ...more,
})
const when = (...rules: Condition['rules']): Condition => ({ show: true, match: 'all', rules })

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #callback: ResizeObserverCallback
      constructor(callback: ResizeObserverCallback) {
        this.#callback = callback
      }
      observe() {
        // Of an entry, only the size is read.
        this.#callback([{ contentRect: { width: 1000, height: 600 } } as ResizeObserverEntry], this)
      }
      unobserve() {}
      disconnect() {}
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
})

/** Says which panel it is, and with what title. */
const PanelFrame = defineComponent({
  props: ['panel', 'spec', 'full'],
  emits: ['zoom', 'fullScreen'],
  setup:
    (props, { emit }) =>
    () =>
      h('article', { onClick: () => emit('fullScreen') }, `${props['panel']}: ${props['spec']?.title}`),
})

async function draw(
  layout: Layout,
  {
    variables = {},
    known,
    editing,
    titles = {},
  }: { variables?: VariableScope; known?: object; editing?: LayoutEditing; titles?: Record<string, string> } = {},
) {
  const scope = shallowRef(variables)
  const data = shallowReactive(new Map<string, PanelData>())
  const asked: string[] = []
  const panel = (id: string) => ({ type: 'stat', title: titles[id] ?? id.toUpperCase(), queries: [], options: {} })
  const spec: DashboardSpec = {
    time: { from: 'now-1h', to: 'now' },
    panels: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, panel(id)])),
    layout,
  }
  const view = mount(DashboardGrid, {
    attachTo: document.body,
    global: {
      stubs: { PanelFrame },
      provide: {
        [variablesKey as symbol]: scope,
        ...(known && { [dashboardVariablesKey as symbol]: known }),
        ...(editing && { [layoutEditingKey as symbol]: editing }),
      },
    },
    props: {
      dashboard: { id: 'd', revision: 'r', change: 1, title: 'D', spec },
      fullScreen: undefined,
      sections: { tabs: [], expanded: [], collapsed: [] },
      range: { from: 0, to: 3_600_000 },
      queries: {
        data,
        annotations: noAnnotations(),
        dataOf: (key: string) => data.get(key)!,
        show: (key: string) => asked.push(`show ${key}`),
        hide: (key: string) => asked.push(`hide ${key}`),
        refresh() {},
      },
      timeZone: 'UTC',
      onSections: (sections: SectionsView) => view.setProps({ sections }),
    },
  })
  onTestFinished(() => view.unmount())
  await nextTick()
  const shown = () => view.findAll('article').map((each) => each.text())
  return { view, scope, data, asked, shown }
}

it('shows open rows, and of closed ones how many panels they have', async () => {
  const { view, shown } = await draw({
    type: 'rows',
    sections: [
      section('x', grid(item('a'))),
      section('y', grid(item('b'), item('c', 4)), { collapsed: true }),
      section('z', grid(), { hideHeader: true }),
    ],
  })
  expect(shown()).toEqual(['a: A'])
  const headers = () =>
    view.findAll('header').map((header) => [header.text(), header.get('button').attributes('aria-expanded')])
  expect(headers()).toEqual([
    ['The x', 'true'],
    ['The y2 panels', 'false'],
  ])
  await view.findAll('header button')[1]!.trigger('click')
  await view.findAll('header button')[0]!.trigger('click')
  expect(shown()).toEqual(['b: B', 'c: C'])
  expect(headers()).toEqual([
    ['The x1 panel', 'false'],
    ['The y', 'true'],
  ])
})

it('opens and closes all rows that are there, but for those that say nothing of themselves', async () => {
  const { view, shown } = await draw({
    type: 'rows',
    sections: [
      section('x', grid(item('a'))),
      section('y', grid(item('b')), { collapsed: true }),
      section('z', grid(item('c')), { hideHeader: true }),
    ],
  })
  const run = async (keys: string) => {
    commands.value.find((command) => command.keys === keys)!.run()
    await nextTick()
  }
  await run('z c')
  expect([shown(), view.props('sections')]).toEqual([['c: C'], { tabs: [], expanded: [], collapsed: ['x'] }])
  await run('z o')
  expect(shown()).toEqual(['a: A', 'b: B', 'c: C'])
})

it('shows one tab, and goes to others by click and by keys, with the focus', async () => {
  const { view, shown } = await draw({
    type: 'tabs',
    sections: [section('x', grid(item('a'))), section('y', grid(item('b'))), section('z', grid(item('c')))],
  })
  const tabs = () => view.findAll('[role=tab]')
  expect([shown(), tabs().map((tab) => tab.attributes('tabindex'))]).toEqual([['a: A'], ['0', '-1', '-1']])
  await tabs()[1]!.trigger('click')
  expect(shown()).toEqual(['b: B'])
  await view.get('[role=tablist]').trigger('keydown', { key: 'ArrowRight' })
  await vi.waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('The z'))
  expect(shown()).toEqual(['c: C'])
  await view.get('[role=tablist]').trigger('keydown', { key: 'ArrowRight' })
  await vi.waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('The x'))
  expect(view.get('[role=tabpanel]').attributes('aria-labelledby')).toBe(tabs()[0]!.attributes('id'))
  commands.value.find(({ title }) => title === 'Tab: The y')!.run()
  await nextTick()
  expect(shown()).toEqual(['b: B'])
})

it('repeats sections and what is in them, with the values in their titles', async () => {
  const variables = { host: { value: ['h1', 'h2'], text: ['One', 'Two'] }, disk: ['sda', 'sdb'] }
  const repeat = { variable: 'disk', direction: 'right' } as const
  const { view, shown, scope } = await draw(
    {
      type: 'rows',
      sections: [
        section(
          'x',
          { type: 'tabs', sections: [section('y', grid(item('a', 0, { repeat })))] },
          { repeat: 'host', title: 'Host $host' },
        ),
      ],
    },
    { variables, titles: { a: '$disk of ${host:raw}' } },
  )
  expect(view.findAll('header').map((header) => header.text())).toEqual(['Host One', 'Host Two'])
  expect(shown()).toEqual([
    'a@host=h1&disk=sda: sda of h1',
    'a@host=h1&disk=sdb: sdb of h1',
    'a@host=h2&disk=sda: sda of h2',
    'a@host=h2&disk=sdb: sdb of h2',
  ])
  await view.findAll('header button')[0]!.trigger('click')
  expect(view.props('sections')).toEqual({ tabs: [], expanded: [], collapsed: ['x@host=h1'] })
  scope.value = { ...variables, disk: ['sda'] }
  await nextTick()
  expect(shown()).toEqual(['a@host=h2&disk=sda: sda of h2'])
})

it('shows nothing of a repeat while nobody knows its values', async () => {
  const status = shallowRef<VariableStatus>('loading')
  const known = {
    stateOf: () => ({ status: status.value, options: [], value: '' }),
    of: () => [],
    scopeWithin: () => ({}),
  }
  const { shown } = await draw(
    { type: 'rows', sections: [section('x', grid(item('a')), { repeat: 'host' }), section('y', grid(item('b')))] },
    { variables: { host: '' }, known },
  )
  expect(shown()).toEqual(['b: B'])
  status.value = 'ready'
  await nextTick()
  expect(shown()).toEqual(['a: A', 'b: B'])
})

it('fills the page with one instance of a panel, and knows its values', async () => {
  const repeat = { variable: 'disk' }
  const auto: Layout = { type: 'auto', minWidth: 200, rowHeight: 100, maxColumns: 3, items: [{ panel: 'a', repeat }] }
  const { view, shown } = await draw(auto, { variables: { disk: ['sda', 'sdb'] }, titles: { a: 'Disk $disk' } })
  expect(shown()).toEqual(['a@disk=sda: Disk sda', 'a@disk=sdb: Disk sdb'])
  await view.findAll('article')[1]!.trigger('click')
  expect(view.emitted('fullScreen')).toEqual([['a@disk=sdb']])
  await view.setProps({ fullScreen: 'a@disk=sdb' })
  expect(shown()).toEqual(['a@disk=sdb: Disk sdb'])
})

it('hides what a variable or the range decides against', async () => {
  const { shown, scope, view } = await draw(
    grid(
      item('a', 0, { showIf: when({ type: 'variable', variable: 'job', operator: 'equals', value: 'api' }) }),
      item('b', 4, { showIf: when({ type: 'range', atMost: '30m' }) }),
      item('c', 8),
    ),
    { variables: { job: 'web' } },
  )
  expect(shown()).toEqual(['c: C'])
  scope.value = { job: 'api' }
  await view.setProps({ range: { from: 0, to: 60_000 } })
  expect(shown()).toEqual(['a: A', 'b: B', 'c: C'])
})

it('asks for what its data show or hide, also while it is hidden', async () => {
  const { shown, data, asked } = await draw({
    type: 'rows',
    sections: [
      section('x', grid(item('a', 0, { showIf: when({ type: 'data', has: true }) }), item('b', 4))),
      section('y', grid(item('c')), { showIf: { ...when({ type: 'data', has: false }), show: false } }),
    ],
  })
  expect([shown(), asked]).toEqual([['b: B', 'c: C'], ['show a']])
  data.set('a', answer(1))
  data.set('c', answer(0))
  await nextTick()
  expect([shown(), asked.slice(1).toSorted()]).toEqual([
    ['a: A', 'b: B'],
    ['hide a', 'show c'],
  ])
  data.set('c', answer(2))
  await nextTick()
  expect(shown()).toEqual(['a: A', 'b: B', 'c: C'])
})

it('shows who edits it each instance with its own values, and what the editor adds', async () => {
  const chrome = (name: string) => (props: object) => h('i', `${name} ${JSON.stringify(props)}`)
  const selected = shallowRef<{ readonly type: 'section' | 'panel'; readonly id: string }>()
  const { view, shown } = await draw(
    {
      type: 'tabs',
      sections: [section('x', grid(item('a', 0, { repeat: { variable: 'host', direction: 'down' } })))],
    },
    {
      variables: { host: ['h1', 'h2'] },
      editing: {
        isEditing: computed(() => true),
        selected,
        select: (target) => (selected.value = target),
        sectionChrome: Object.assign(chrome('section'), { props: ['type', 'index', 'count'] }),
      },
    },
  )
  expect(shown()).toEqual(['a@host=h1: A', 'a@host=h2: A'])
  expect(view.findAll('i').map((each) => each.text())).toEqual(['section {"type":"tabs","index":0,"count":1}'])
  await view.get('[role=tab]').trigger('click')
  expect(selected.value).toEqual({ type: 'section', id: 'x' })
})
