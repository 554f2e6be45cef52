import { expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { TableColumn, TableSort } from './column.ts'
import { finish } from './steps.ts'
import { useGroups } from './use-groups.ts'
import { arrangeRows } from './use-rows.ts'

const zones = ['eu', 'us', 'eu', 'us', 'eu']
const pods = ['b', 'a', 'a', 'a', 'b']
const used = Float64Array.of(1, 9, 5, 2, 1)
const columns: readonly TableColumn[] = [
  { key: 'zone', title: 'Zone', text: (row) => zones[row]! },
  { key: 'pod', title: 'Pod', text: (row) => pods[row]! },
  {
    key: 'used',
    title: 'Used',
    text: (row) => String(used[row]),
    numbers: used,
    group: {
      number: (rows) => rows.reduce((sum, row) => sum + used[row]!, 0),
      cells: (rows) => [{ title: 'Sum', text: String(rows.reduce((sum, row) => sum + used[row]!, 0)) }],
    },
  },
]

function arrange(groupBy: readonly string[], sorts: readonly TableSort[] = [], all = true, filtered = false) {
  const filters = new Map(filtered ? [['used', { to: 5 }]] : [])
  const shown = finish(arrangeRows({ columns, rows: 5, sorts, filters, groupBy }))
  const made = effectScope().run(() => useGroups(() => shown))!
  made.toggleAll(all)
  const read = () =>
    Array.from({ length: made.lineCount.value }, (_, k) => {
      const { row, group } = made.lineAt(k)
      return group
        ? `${'-'.repeat(group.level)}${group.text} (${group.count}): ${group.figures.get('used')![0]!.text}`
        : row
    })
  return { ...made, read, order: [...shown.order!] }
}

it('puts rows into groups as their first rows stand, group within group', () => {
  expect(arrange(['zone', 'pod']).read()).toEqual([
    'eu (3): 7',
    '-b (2): 2',
    0,
    4,
    '-a (1): 5',
    2,
    'us (2): 11',
    '-a (2): 11',
    1,
    3,
  ])
})

it('sorts groups by their own figures, and rows in them', () => {
  const { read, order } = arrange(['zone'], [{ key: 'used', descending: true }])
  expect(read()).toEqual(['us (2): 11', 1, 3, 'eu (3): 7', 2, 0, 4])
  expect(order).toEqual([1, 3, 2, 0, 4])
  expect(arrange(['zone'], [{ key: 'used', descending: false }], false).read()).toEqual(['eu (3): 7', 'us (2): 11'])
  expect(arrange(['zone'], [{ key: 'zone', descending: true }], false).read()).toEqual(['us (2): 11', 'eu (3): 7'])
})

it('groups the rows that filters leave', () => {
  expect(arrange(['zone'], [], false, true).read()).toEqual(['eu (3): 7', 'us (1): 2'])
})

it('opens and closes one, and finds the group that a line is in', () => {
  const { read, toggle, lineAt, parentOf } = arrange(['zone', 'pod'], [], false)
  toggle(lineAt(0).group!)
  expect(read()).toEqual(['eu (3): 7', '-b (2): 2', '-a (1): 5', 'us (2): 11'])
  toggle(lineAt(1).group!)
  expect(read().slice(1, 4)).toEqual(['-b (2): 2', 0, 4])
  expect([parentOf(3), parentOf(1), parentOf(0)]).toEqual([1, 0, undefined])
  toggle(lineAt(0).group!)
  expect(read()).toEqual(['eu (3): 7', 'us (2): 11'])
})

it('groups a million rows of a thousand groups, each row once', () => {
  const rows = 1_000_000
  const codes = Int32Array.from({ length: rows }, (_, row) => ((row * 5) % 1001) - 1)
  const texts = Array.from({ length: 1000 }, (_, k) => `pod-${k}`)
  const many: TableColumn = {
    key: 'pod',
    title: 'Pod',
    text: (row) => texts[codes[row]!] ?? '',
    codes: { codes, texts },
  }
  const given = { columns: [many], rows, sorts: [], filters: new Map(), groupBy: ['pod'] }
  const { groups } = finish(arrangeRows(given))
  const seen = new Uint8Array(rows)
  for (const row of groups!.rows) seen[row] = 1
  expect([groups!.count, seen.includes(0), groups!.ends.at(-1)]).toEqual([1001, false, rows])
})
