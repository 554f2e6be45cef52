import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dashboardProblems } from '../check.ts'
import type { DashboardSpec } from '../dashboard.ts'
import { addPanel, removePanel } from '../layout/edit-panels.ts'
import type { LayoutType } from '../layout/layout.ts'
import { addSection, changeLayoutType } from '../layout/edit-sections.ts'
import { shownPanels } from '../layout/walk.ts'
import { panelEntries, setPanel } from '../panel-entry.ts'
import type { DashboardText } from './change.ts'
import { mergeDashboards } from './merge-dashboards.ts'

const panel = (title: string) => ({ type: 'stat', title, queries: [], options: {} })
const base: DashboardText = {
  metadata: { title: 'Shop' },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: { cpu: panel('CPU'), disk: panel('Disk'), net: panel('Network') },
    layout: {
      type: 'grid',
      items: [
        { panel: 'cpu', x: 0, y: 0, w: 12, h: 8 },
        { panel: 'disk', x: 12, y: 0, w: 12, h: 8 },
        { panel: 'net', x: 0, y: 8, w: 24, h: 8 },
      ],
    },
  },
}
const edited = (edit: (spec: DashboardSpec) => DashboardSpec): DashboardText => ({ ...base, spec: edit(base.spec) })
const renamed = (id: string, title: string) => (spec: DashboardSpec) => ({
  ...spec,
  panels: { ...spec.panels, [id]: { ...spec.panels[id]!, title } },
})

describe('mergeDashboards', () => {
  it('keeps what both did in different places', () => {
    const mine = edited(renamed('cpu', 'Load'))
    const theirs = edited((spec) => removePanel(renamed('disk', 'Disks')(spec), 'net'))
    const { value, conflicts } = mergeDashboards(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(Object.values(value.spec.panels).map(({ title }) => title)).toEqual(['Load', 'Disks'])
    expect(shownPanels(value.spec.layout)).toEqual(['cpu', 'disk'])
  })

  it('makes room for panels that two people put at the same place', () => {
    const added = (id: string) => edited((spec) => addPanel(spec, id, panel(id)))
    const { value, conflicts } = mergeDashboards(base, added('mine'), added('theirs'))
    expect(conflicts).toEqual([])
    expect(dashboardProblems(value.spec)).toEqual([])
    expect(shownPanels(value.spec.layout)).toHaveLength(5)
  })

  it('asks where both changed the same, and takes the side that is chosen', () => {
    const [mine, theirs] = [edited(renamed('cpu', 'Load')), edited(renamed('cpu', 'Cores'))]
    const { conflicts } = mergeDashboards(base, mine, theirs)
    expect(conflicts).toEqual([
      { path: ['spec', 'panels', 'cpu', 'title'], base: 'CPU', mine: 'Load', theirs: 'Cores' },
    ])
    const titles = (['mine', 'theirs'] as const).map(
      (side) => mergeDashboards(base, mine, theirs, () => side).value.spec.panels['cpu']!.title,
    )
    expect(titles).toEqual(['Load', 'Cores'])
  })

  it('shows again what one side changed and the other removed, where it is to stay', () => {
    const [mine, theirs] = [edited(renamed('cpu', 'Load')), edited((spec) => removePanel(spec, 'cpu'))]
    expect(shownPanels(mergeDashboards(base, mine, theirs).value.spec.layout)).toContain('cpu')
    const { value } = mergeDashboards(base, mine, theirs, () => 'theirs')
    expect([Object.keys(value.spec.panels), shownPanels(value.spec.layout)]).toEqual([
      ['disk', 'net'],
      ['disk', 'net'],
    ])
  })

  it('keeps a panel that one side changed and the other put into the library once', () => {
    const toLibrary = (spec: DashboardSpec) => setPanel(spec, 'cpu', { library: 'cpu-load' })
    const [mine, theirs] = [edited(toLibrary), edited(renamed('cpu', 'Load'))]
    const { spec } = mergeDashboards(base, mine, theirs, () => 'theirs').value
    expect([spec.panels['cpu']?.title, spec.libraryPanels, dashboardProblems(spec)]).toEqual(['Load', undefined, []])
    const kept = mergeDashboards(base, mine, theirs).value.spec
    expect([kept.panels['cpu'], kept.libraryPanels]).toEqual([undefined, { cpu: { library: 'cpu-load' } }])
    expect(shownPanels(kept.layout)).toContain('cpu')
  })

  it('gives a sound layout of all panels, whatever two people did and whichever side is chosen', () => {
    const ids = ['cpu', 'disk', 'net', 'new-1', 'new-2']
    const edit = fc.oneof(
      fc.constantFrom(...ids).map((id) => (spec: DashboardSpec) => removePanel(spec, id)),
      fc
        .constantFrom(...ids)
        .map(
          (id) => (spec: DashboardSpec) =>
            Object.hasOwn(spec.panels, id) ? renamed(id, 'Other')(spec) : addPanel(spec, id, panel(id)),
        ),
      fc
        .constantFrom(...ids)
        .map(
          (id) => (spec: DashboardSpec) =>
            Object.hasOwn(spec.panels, id) ? setPanel(spec, id, { library: 'kept' }) : spec,
        ),
      fc
        .constantFrom('grid', 'auto', 'rows', 'tabs')
        .map(
          (type) => (spec: DashboardSpec) =>
            changeLayoutType(spec, { type: type as LayoutType, section: { id: 'all', title: 'All' } }),
        ),
      fc.constant((spec: DashboardSpec) =>
        addSection(spec, { type: 'rows', section: { id: 'more', title: 'More' }, rest: { id: 'rest', title: 'Rest' } }),
      ),
    )
    const side = fc
      .array(edit, { maxLength: 5 })
      .map((edits) => edited((spec) => edits.reduce((at, one) => one(at), spec)))
    fc.assert(
      fc.property(side, side, fc.constantFrom('mine' as const, 'theirs' as const), (mine, theirs, chosen) => {
        const { spec } = mergeDashboards(base, mine, theirs, () => chosen).value
        expect(dashboardProblems(spec)).toEqual([])
        expect([...shownPanels(spec.layout)].sort()).toEqual(
          panelEntries(spec)
            .map(([id]) => id)
            .sort(),
        )
      }),
      { numRuns: 200 },
    )
  })
})
