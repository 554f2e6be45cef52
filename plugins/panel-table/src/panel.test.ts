// @vitest-environment happy-dom
import { defaultsOf, defineTable, number, SeriesBuilder, text, validate } from '@orrery/sdk'
import { DataTable } from '@orrery/ui'
import { testPanel, testPanelProps } from '@orrery/testing/panel'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
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
