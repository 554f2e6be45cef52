import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DashboardSpec } from '../dashboard.ts'
import type { DashboardChange, DashboardText } from './change.ts'
import { diffDashboards } from './diff-dashboards.ts'

const base: DashboardText = {
  metadata: { title: 'Shop' },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    variables: [{ type: 'text', name: 'job', default: 'api' }],
    annotations: [{ type: 'query', name: 'Deploys', datasource: 'p', query: { expr: 'x' } }],
    panels: {
      cpu: {
        type: 'timeseries',
        title: 'CPU',
        options: { legend: { mode: 'list' } },
        queries: [{ refId: 'A', datasource: 'p', query: { expr: 'up' } }],
      },
      disk: { type: 'stat', title: 'Disk', options: {}, queries: [] },
    },
    layout: {
      type: 'rows',
      sections: [
        {
          id: 'first',
          title: 'First',
          layout: {
            type: 'grid',
            items: [
              { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
              { panel: 'disk', x: 12, y: 0, w: 12, h: 8 },
            ],
          },
        },
        {
          id: 'second',
          title: 'Second',
          layout: { type: 'auto', minWidth: 360, rowHeight: 280, maxColumns: 4, items: [] },
        },
      ],
    },
  },
}

type Rows = Extract<DashboardSpec['layout'], { type: 'rows' }>
const rowsOf = (text: DashboardText) => text.spec.layout as Rows
const itemsOf = (text: DashboardText, section = 0) => {
  const { layout } = rowsOf(text).sections[section]!
  return layout.type === 'grid' ? layout.items : []
}

/** The changes that an edit makes, in the order of telling. */
function told(edit: (text: DashboardText) => void): readonly DashboardChange[] {
  const after = structuredClone(base)
  edit(after)
  return diffDashboards(base, after)
}
const [dashboard, path] = [{ subject: 'dashboard', id: '', title: '' }, [] as string[]]
const cpu = { subject: 'panel', id: 'cpu', title: 'CPU' }

describe('diffDashboards', () => {
  it('tells nothing of equal texts, whatever the order of their keys', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, each]) => [key, turned(each)]),
            )
          : value
    expect(diffDashboards(base, turned(base) as DashboardText)).toEqual([])
  })

  it.each<[string, (text: DashboardText) => void, readonly object[]]>([
    [
      'a title and the time',
      (text) => {
        text.metadata.title = 'Shops'
        text.spec.time.from = 'now-6h'
      },
      [
        { ...dashboard, action: 'changed', path: ['title'], before: 'Shop', after: 'Shops' },
        { ...dashboard, action: 'changed', path: ['time', 'from'], before: 'now-1h', after: 'now-6h' },
      ],
    ],
    [
      'a query and an option',
      ({ spec: { panels } }) => {
        panels['cpu']!.queries[0]!.query = { expr: 'rate(up[5m])' }
        panels['cpu']!.options = { legend: { mode: 'table' } }
      },
      [
        {
          ...cpu,
          action: 'changed',
          panelType: 'timeseries',
          path: ['options', 'legend', 'mode'],
          before: 'list',
          after: 'table',
        },
        {
          subject: 'query',
          action: 'changed',
          id: 'A',
          title: 'A',
          panel: 'CPU',
          datasource: 'p',
          path: ['query', 'expr'],
          before: 'up',
          after: 'rate(up[5m])',
        },
      ],
    ],
    [
      'a variable that came, one that went, and an annotation',
      ({ spec }) => {
        spec.variables = [{ type: 'text', name: 'host', default: '' }]
        spec.annotations![0]!.hidden = true
      },
      [
        { subject: 'variable', action: 'removed', id: 'job', title: 'job', path, before: base.spec.variables![0] },
        {
          subject: 'variable',
          action: 'added',
          id: 'host',
          title: 'host',
          path,
          after: { type: 'text', name: 'host', default: '' },
        },
        { subject: 'annotation', action: 'changed', id: 'Deploys', title: 'Deploys', path: ['hidden'], after: true },
      ],
    ],
    [
      'a panel that moved and one that was resized',
      (text) => {
        itemsOf(text)[0]!.y = 8
        itemsOf(text)[1]!.w = 6
      },
      [
        { ...cpu, action: 'moved', path },
        {
          subject: 'panel',
          action: 'resized',
          id: 'disk',
          title: 'Disk',
          path,
          before: { w: 12, h: 8 },
          after: { w: 6, h: 8 },
        },
      ],
    ],
    [
      'a panel that went to another section, without moving its neighbours',
      (text) => {
        const [item] = itemsOf(text).splice(0, 1)
        const { layout } = rowsOf(text).sections[1]!
        if (layout.type === 'auto') layout.items.push({ panel: item!.panel })
      },
      [{ ...cpu, action: 'moved', path, before: ['First'], after: ['Second'] }],
    ],
    [
      'a panel that went',
      (text) => {
        delete text.spec.panels['cpu']
        itemsOf(text).shift()
      },
      [{ ...cpu, action: 'removed', path, before: base.spec.panels['cpu'] }],
    ],
    [
      'a panel that went to the library',
      (text) => {
        delete text.spec.panels['disk']
        text.spec.libraryPanels = { disk: { library: 'disks', title: 'Disk' } }
      },
      [
        { subject: 'panel', action: 'changed', id: 'disk', title: 'Disk', path: ['library'], after: 'disks' },
        { subject: 'panel', action: 'changed', id: 'disk', title: 'Disk', path: ['title'], after: 'Disk' },
      ],
    ],
    [
      'sections that moved, came and were renamed',
      (text) => {
        const rows = rowsOf(text)
        rows.sections.reverse()
        rows.sections[1]!.title = 'Main'
        rows.sections.push({ id: 'third', title: 'Third', layout: { type: 'grid', items: [] } })
      },
      [
        { subject: 'section', action: 'moved', id: 'second', title: 'Second', path },
        { subject: 'section', action: 'moved', id: 'first', title: 'Main', path },
        {
          subject: 'section',
          action: 'changed',
          id: 'first',
          title: 'Main',
          path: ['title'],
          before: 'First',
          after: 'Main',
        },
        { subject: 'section', action: 'added', id: 'third', title: 'Third', path },
      ],
    ],
    [
      'a layout of another type',
      (text) => {
        rowsOf(text).sections[0]!.layout = {
          type: 'auto',
          minWidth: 360,
          rowHeight: 280,
          maxColumns: 4,
          items: [{ panel: 'cpu' }, { panel: 'disk' }],
        }
      },
      [
        {
          subject: 'section',
          action: 'changed',
          id: 'first',
          title: 'First',
          path: ['layout', 'type'],
          before: 'grid',
          after: 'auto',
        },
      ],
    ],
  ])('tells %s', (_, edit, expected) => {
    expect(told(edit)).toEqual(expected)
  })

  it('tells something of any two texts that differ', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 12 }), y: fc.nat(3), w: fc.integer({ min: 1, max: 12 }) })
    fc.assert(
      fc.property(place, fc.string({ maxLength: 3 }), (at, title) => {
        const edit = (text: DashboardText) => {
          Object.assign(itemsOf(text)[0]!, at)
          text.spec.panels['disk']!.title = title
        }
        const after = structuredClone(base)
        edit(after)
        const isEqual = JSON.stringify(after) === JSON.stringify(base)
        expect(told(edit).length === 0).toBe(isEqual)
      }),
    )
  })
})
