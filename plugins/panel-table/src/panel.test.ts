// @vitest-environment happy-dom
import {
  defaultsOf,
  defineTable,
  detachedPage,
  number,
  SeriesBuilder,
  text,
  validate,
  type PanelPage,
} from '@orrery/sdk'
import { DataTable } from '@orrery/ui'
import { testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { table } from './index.ts'
import { Options } from './options.ts'
import TablePanel from './ui/TablePanel.vue'

// All options that are required have defaults.
const options = defaultsOf(Options) as Options
const cpu = new SeriesBuilder({ refId: 'A' })
  .add({ mode: 'user' }, [0, 1000], [1, 2])
  .add({ mode: 'idle' }, [0], [3])
  .build()
const Disks = defineTable({ mount: text({ displayName: 'Mount' }), used: number({ unit: 'bytes' }) })
const disks = Disks.fromRows(
  [
    { mount: '/', used: 1024 },
    { mount: '/home', used: null },
  ],
  { name: 'Disks' },
)

testPanel(table, {
  options,
  cases: {
    'a table': { frames: [disks], shows: '2 rows with Mount, used. First row: /, 1 KiB.' },
    'a series': { frames: [cpu], shows: '2 rows with mode, time, value. First row: user, 1970-01-01 00:00:01, 2.' },
    'several frames': { frames: [disks, cpu], shows: 'Disks: 2 rows with Mount, used.' },
    'a table without rows': { frames: [Disks.fromRows([])], shows: 'No rows' },
    'missing cells': { frames: [Disks.fromRows([{ mount: null, used: NaN }])], shows: 'First row: –, –.' },
    'a frame without columns': { frames: [defineTable({}).fromRows([])], shows: 'Nothing to show' },
  },
})

it('keeps the order that the viewer chose when the data changes, and not when the option does', async () => {
  const sort = { column: 'used', direction: 'descending' as const }
  const view = mount(TablePanel, { props: testPanelProps({ ...options, sort: [sort] }, [disks]) })
  const current = () => view.getComponent(DataTable).props('sort')
  expect(current()).toEqual([{ key: 'used', descending: true }])
  await view.getComponent(DataTable).vm.$emit('update:sort', [{ key: 'mount', descending: false }])
  await view.setProps({ frames: [disks.with({})] })
  expect(current()).toEqual([{ key: 'mount', descending: false }])
  await view.setProps({ options: { ...options, sort: [{ ...sort, direction: 'ascending' }] } })
  expect(current()).toEqual([{ key: 'used', descending: false }])
  view.unmount()
})

it.each([{ series: 'all' }, { columns: [{ name: '' }] }, { sort: [{ column: 'a', direction: 'up' }] }])(
  'refuses %o as options',
  (wrong) => {
    expect(validate(Options, { ...options, ...wrong }).ok).toBe(false)
  },
)

it('keeps what the viewer set by hand, and is as it was at first when that is reset', async () => {
  const kept = new Map<string, unknown>()
  const page: PanelPage = {
    ...detachedPage,
    // What a browser keeps is text.
    kept: (schema) => ({
      get: () => {
        const read = validate(schema, JSON.parse(String(kept.get('panel') ?? 'null')))
        return read.ok ? read.value : undefined
      },
      set: (value) => void (value === undefined ? kept.delete('panel') : kept.set('panel', JSON.stringify(value))),
    }),
  }
  const open = () => mount(TablePanel, { props: testPanelProps(options, [disks], { page }), attachTo: document.body })
  const first = open()
  const grid = first.getComponent(DataTable)
  const choices = { widths: new Map([['mount', 200]]), hidden: new Set<string>(), order: ['used', 'mount'] }
  await grid.vm.$emit('update:choices', choices)
  await grid.vm.$emit('update:filters', new Map([['mount', { values: new Set(['/']) }]]))
  await grid.vm.$emit('update:sort', [{ key: 'used', descending: true }])
  await nextTick()
  first.unmount()
  const second = open()
  const again = second.getComponent(DataTable)
  expect(again.props('choices')).toEqual(choices)
  expect(second.findAll('[role=columnheader]').map((heading) => heading.text())).toEqual(['used↓', 'Mount'])
  expect(second.findAll('[role=gridcell]').map((cell) => cell.text())).toEqual(['1 KiB', '/'])
  await again.vm.$emit('reset')
  await nextTick()
  expect([kept.size, second.findAll('[role=gridcell]').length]).toEqual([0, 4])
  second.unmount()
})

it('groups rows by columns, with figures of each group', async () => {
  const Pods = defineTable({ zone: text(), pod: text(), used: number({ unit: 'bytes' }) })
  const pods = Pods.fromRows([
    { zone: 'eu', pod: 'a', used: 1024 },
    { zone: 'us', pod: 'b', used: 2048 },
    { zone: 'eu', pod: 'c', used: 1024 },
  ])
  const fieldConfig = { defaults: { custom: { group: ['sum'] } }, overrides: [] }
  const props = testPanelProps({ ...options, groupBy: ['zone', 'nowhere'] }, [pods], { fieldConfig })
  const view = mount(TablePanel, { props, attachTo: document.body })
  const rows = () => view.findAll('.o-table-rows > [role=row]').map((row) => row.text().replaceAll(/\s+/g, ' '))
  expect(rows()).toEqual(['eu(2)Sum 2 KiB', 'us(1)Sum 2 KiB'])
  await view.get('.o-table-group').trigger('click')
  expect(rows()).toEqual(['eu(2)Sum 2 KiB', 'eua1 KiB', 'euc1 KiB', 'us(1)Sum 2 KiB'])
  await view.get('.o-table-status button').trigger('click')
  expect(rows().length).toBe(2)
  view.unmount()
})

it('shows rows inside groups as overrides for them say, and the groups as before', async () => {
  const Pods = defineTable({ zone: text(), used: number({ unit: 'bytes' }) })
  const pods = Pods.fromRows([{ zone: 'eu', used: 1024 }])
  const override = { matcher: { type: 'byName' as const, name: 'used' }, scope: 'nested' as const }
  const fieldConfig = {
    defaults: { custom: { group: ['sum'] } },
    overrides: [{ ...override, properties: { unit: 'decbytes', decimals: 1 } }],
  }
  const rows = async (groupBy: string[]) => {
    const props = testPanelProps({ ...options, groupBy }, [pods], { fieldConfig })
    const view = mount(TablePanel, { props, attachTo: document.body })
    if (groupBy.length > 0) await view.get('.o-table-group').trigger('click')
    const texts = view.findAll('.o-table-rows > [role=row]').map((row) => row.text().replaceAll(/\s+/g, ' '))
    view.unmount()
    return texts
  }
  expect([await rows(['zone']), await rows([])]).toEqual([['eu(1)Sum 1 KiB', 'eu1.0 kB'], ['eu1 KiB']])
})

it('matches columns by the last of their texts', async () => {
  const pods = defineTable({ pod: text(), zone: text() }).fromRows([{ pod: 'a', zone: 'eu' }])
  const matcher = { type: 'byValue', reducer: 'last', is: { type: 'equal', value: 'eu' } } as const
  const fieldConfig = { defaults: {}, overrides: [{ matcher, properties: { displayName: 'Europe' } }] }
  const view = mount(TablePanel, { props: testPanelProps(options, [pods], { fieldConfig }), attachTo: document.body })
  expect(view.findAll('[role=columnheader]').map((cell) => cell.text())).toEqual(['pod', 'Europe'])
  view.unmount()
})
