import { diffDashboards, type DashboardSpec } from '@orrery/dashboard'
import { expect, it, onTestFinished } from 'vitest'
import { findContribution, pluginList } from '../plugins/plugin-list.ts'
import { changeGroups, valueText } from './change-text.ts'

const metadata = { title: 'Shop' }
const spec: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  variables: [{ type: 'text', name: 'job', default: 'api' }],
  panels: {
    cpu: {
      type: 'timeseries',
      title: 'CPU',
      options: { legend: { mode: 'list' } },
      queries: [{ refId: 'A', datasource: 'prom', query: { type: 'range', expr: 'up' } }],
    },
    disk: { type: 'stat', title: 'Disk', queries: [], options: {} },
  },
  layout: {
    type: 'rows',
    sections: [
      {
        id: 'one',
        title: 'One',
        layout: {
          type: 'grid',
          items: [
            { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
            { panel: 'disk', x: 12, y: 0, w: 12, h: 8 },
          ],
        },
      },
      { id: 'two', title: 'Two', layout: { type: 'grid', items: [] } },
    ],
  },
}

const told = (edit: (spec: DashboardSpec) => void, title = metadata.title) => {
  const after = structuredClone(spec)
  edit(after)
  return changeGroups(diffDashboards({ metadata, spec }, { metadata: { title }, spec: after }))
}

it('tells settings by the names that forms give them', () => {
  const [group] = told((next) => {
    next.time.zone = 'UTC'
    next.refresh = '5s'
  }, 'Shops')
  expect(group).toEqual({
    key: 'dashboard ',
    icon: 'settings',
    title: 'Settings',
    lines: [
      { text: 'Title', before: 'Shop', after: 'Shops' },
      { text: 'Time › Time zone', before: 'not set', after: 'UTC' },
      { text: 'Refresh', before: 'not set', after: '5s' },
    ],
  })
})

it('tells of a panel with its queries, queries as their texts', () => {
  const groups = told((next) => {
    const { queries, options } = next.panels['cpu']!
    queries[0]!.query['expr'] = 'rate(up[5m])'
    queries.push({ refId: 'B', datasource: 'prom', query: { type: 'range', expr: 'down' } })
    options['legend'] = { mode: 'table' }
    delete next.panels['disk']
  })
  expect(groups.map(({ title, lines }) => [title, lines])).toEqual([
    ['Panel Disk', [{ text: 'Removed' }]],
    [
      'Panel CPU',
      [
        { text: 'legend › mode', before: 'list', after: 'table' },
        { text: 'Query A: expr', before: 'up', after: 'rate(up[5m])' },
        { text: 'Query B added', after: 'down' },
      ],
    ],
  ])
})

it('tells options by the titles that their plugins give them', () => {
  const text = (title: string) => ({ type: 'string', title })
  const object = (properties: object, title = '') => ({ type: 'object', properties, title })
  const datasource = {
    kind: 'datasource',
    id: 'prometheus',
    title: 'Prometheus',
    query: { anyOf: [object({ type: { const: 'range' }, expr: text('PromQL') })] },
  }
  const panel = {
    kind: 'panel',
    id: 'timeseries',
    title: 'Time series',
    options: object({ legend: object({ mode: text('Mode') }, 'Legend') }),
    fieldOptions: object({ fill: text('Fill') }),
  }
  const plugin = { id: '@acme/p', version: '1.0.0', title: 'P', base: '', contributes: [datasource, panel] }
  pluginList.value = { plugins: [plugin], problems: [] }
  onTestFinished(() => {
    pluginList.value = { plugins: [], problems: [] }
  })
  const after = structuredClone(spec)
  const { queries, options } = after.panels['cpu']!
  queries[0]!.query['expr'] = 'down'
  options['legend'] = { mode: 'table' }
  after.panels['cpu']!.fieldConfig = { defaults: { custom: { fill: 'much' } }, overrides: [] }
  after.panels['disk']!.fieldConfig = { defaults: {}, overrides: [] }
  const before = structuredClone(spec)
  before.panels['cpu']!.fieldConfig = { defaults: { custom: {} }, overrides: [] }
  const changes = diffDashboards({ metadata, spec: before }, { metadata, spec: after })
  const groups = changeGroups(changes, (id) =>
    id === 'prom' ? findContribution('datasource', 'prometheus') : undefined,
  )
  expect(groups.map(({ lines }) => lines.map((line) => line.text))).toEqual([
    ['Legend › Mode', 'Fill', 'Query A: PromQL'],
    ['Field options'],
  ])
})

it('tells where panels went and how large they are', () => {
  const groups = told(({ layout }) => {
    if (layout.type !== 'rows') return
    const [one, two] = layout.sections.map((section) => section.layout)
    if (one?.type !== 'grid' || two?.type !== 'grid') return
    const disk = one.items.pop()!
    two.items.push({ ...disk, w: 24 })
    layout.sections[1]!.collapsed = true
  })
  expect(groups.map(({ title, lines }) => [title, lines])).toEqual([
    ['Section Two', [{ text: 'Collapsed', before: 'not set', after: 'yes' }]],
    [
      'Panel Disk',
      [
        { text: 'Moved', before: 'One', after: 'Two' },
        { text: 'Resized', before: '12 × 8', after: '24 × 8' },
      ],
    ],
  ])
})

it('writes values in words, and long ones in lines', () => {
  expect([undefined, '', true, false, 5, ['a', 2], [], { a: 1 }].map(valueText)).toEqual([
    'not set',
    'empty',
    'yes',
    'no',
    '5',
    'a, 2',
    'none',
    '{"a":1}',
  ])
  expect(valueText({ a: 'x'.repeat(80) })).toContain('\n')
})

it('tells nothing where nothing changed', () => {
  expect(told(() => {})).toEqual([])
})
