import { validate } from '@orrery/schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dashboardProblems } from '../check.ts'
import { DashboardSpec } from '../dashboard.ts'
import {
  addPanel,
  CopiedPanel,
  copyPanel,
  duplicatePanel,
  freePanelId,
  moveItem,
  movePanelToSection,
  pastePanel,
  removePanel,
  resizeItem,
  setItem,
} from './edit-panels.ts'
import {
  addSection,
  changeLayoutType,
  changeSection,
  duplicateSection,
  freeSectionId,
  moveSection,
  removeSection,
  renameSection,
} from './edit-sections.ts'
import { panelEntries, setPanel } from '../panel-entry.ts'
import { packGrid, type GridItem } from './grid.ts'
import type { Layout, Section } from './layout.ts'
import { sectionsOf, shownPanels } from './walk.ts'

type Spec = DashboardSpec

const place = (panel: string, x: number, y: number, w = 8, h = 8): GridItem => ({ panel, x, y, w, h })
const grid = (...items: GridItem[]): Layout => ({ type: 'grid', items })
const auto = (...panels: string[]): Layout => ({
  type: 'auto',
  minWidth: 360,
  rowHeight: 280,
  maxColumns: 3,
  items: panels.map((panel) => ({ panel })),
})
const section = (id: string, layout: Layout): Section => ({ id, title: id, layout })
const specOf = (layout: Layout): Spec => ({
  time: { from: 'now-1h', to: 'now' },
  variables: [{ type: 'text', name: 'host', default: '' }],
  panels: Object.fromEntries(
    shownPanels(layout).map((id) => [id, { type: 'stat', title: id, queries: [], options: {} }]),
  ),
  layout,
})
const rest = { id: 'rest', title: 'Rest' }
const added = { id: 'new', title: 'New' }

describe('panels', () => {
  const spec = specOf(grid(place('a', 0, 0), place('b', 8, 0)))

  it('are added beside the last ones, and below them where no room is left', () => {
    const panel = spec.panels['a']!
    const two = addPanel(addPanel(spec, 'c', panel), 'd', panel, { w: 24, h: 4 })
    expect(two.layout).toEqual(grid(place('a', 0, 0), place('b', 8, 0), place('c', 16, 0), place('d', 0, 8, 24, 4)))
    expect(two.panels['c']).toBe(panel)
  })

  it('are added to the section that is named, or the first one', () => {
    const rows = specOf({ type: 'rows', sections: [section('x', auto('a')), section('y', grid())] })
    const panel = rows.panels['a']!
    const both = addPanel(addPanel(rows, 'c', panel, { section: 'y' }), 'd', panel)
    expect(both.layout).toEqual({
      type: 'rows',
      sections: [section('x', auto('a', 'd')), section('y', grid(place('c', 0, 0)))],
    })
    expect(addPanel(rows, 'c', panel, { section: 'gone' })).toBe(rows)
  })

  it('are duplicated beside themselves, and below where there is no room', () => {
    const copied = duplicatePanel(spec, 'b', 'b-2')
    expect(copied.layout).toEqual(grid(place('a', 0, 0), place('b', 8, 0), place('b-2', 16, 0)))
    expect(duplicatePanel(copied, 'a', 'a-2').layout).toEqual(
      grid(place('a', 0, 0), place('b', 8, 0), place('b-2', 16, 0), place('a-2', 0, 8)),
    )
  })

  it('give way to one that is moved or resized, which stays inside the grid', () => {
    expect(moveItem(spec, 'b', { x: 0, y: 0 }).layout).toEqual(grid(place('b', 0, 0), place('a', 0, 8)))
    expect(moveItem(spec, 'b', { x: 99, y: -3 }).layout).toEqual(grid(place('a', 0, 0), place('b', 16, 0)))
    expect(resizeItem(spec, 'a', { w: 12, h: 0 }).layout).toEqual(grid(place('a', 0, 0, 12, 1), place('b', 8, 1)))
  })

  it('of an automatic layout change their order', () => {
    const ordered = specOf(auto('a', 'b', 'c'))
    expect(shownPanels(moveItem(ordered, 'a', { index: 2 }).layout)).toEqual(['b', 'c', 'a'])
    expect(shownPanels(moveItem(ordered, 'c', { index: 0 }).layout)).toEqual(['c', 'a', 'b'])
    expect(moveItem(ordered, 'a', { x: 1, y: 1 })).toBe(ordered)
  })

  it('go from section to section with what they have', () => {
    const repeat = { variable: 'host', direction: 'down' } as const
    const rows = setItem(
      specOf({ type: 'tabs', sections: [section('x', grid(place('a', 0, 0, 20, 3))), section('y', auto('b'))] }),
      'a',
      { repeat },
    )
    const moved = movePanelToSection(rows, 'a', 'y')
    expect(moved.layout).toEqual({
      type: 'tabs',
      sections: [
        section('x', grid()),
        section('y', { ...auto('b'), items: [{ panel: 'b' }, { panel: 'a', repeat: { variable: 'host' } }] } as Layout),
      ],
    })
    expect(moved.panels).toBe(rows.panels)
  })

  it('go through the clipboard to another dashboard, without what depends on variables of the first', () => {
    const showIf = { show: true, match: 'all', rules: [{ type: 'range', atMost: '1h' }] } as const
    const repeated = setItem(spec, 'a', {
      repeat: { variable: 'host', direction: 'right' },
      showIf: { ...showIf, rules: [...showIf.rules] },
    })
    const copied = validate(CopiedPanel, JSON.parse(JSON.stringify(copyPanel(repeated, 'a'))))
    if (!copied.ok) throw new Error(JSON.stringify(copied.problems))
    const { variables: _, ...bare } = specOf(grid())
    expect(pastePanel(bare, 'a', copied.value).layout).toEqual({
      type: 'grid',
      items: [{ ...place('a', 0, 0), showIf }],
    })
    expect(pastePanel(specOf(grid()), 'a', copied.value).layout).toEqual({
      type: 'grid',
      items: [{ ...place('a', 0, 0), repeat: { variable: 'host', direction: 'right' }, showIf }],
    })
  })

  it('of the library are copied and removed as others are', () => {
    const kept = setPanel(spec, 'a', { library: 'load', title: 'Load' })
    expect([Object.keys(kept.panels), kept.libraryPanels]).toEqual([['b'], { a: { library: 'load', title: 'Load' } }])
    expect(kept.layout).toBe(spec.layout)
    const twice = duplicatePanel(kept, 'a', 'a-2')
    expect(twice.libraryPanels!['a-2']).toEqual({ library: 'load', title: 'Load' })
    expect(addPanel(kept, 'a', spec.panels['b']!)).toBe(kept)
    const copied = validate(CopiedPanel, JSON.parse(JSON.stringify(copyPanel(kept, 'a'))))
    expect(copied.ok && pastePanel(specOf(grid()), 'x', copied.value).libraryPanels).toEqual({
      x: { library: 'load', title: 'Load' },
    })
    const without = removePanel(removePanel(twice, 'a'), 'a-2')
    expect(without).toEqual(removePanel(spec, 'a'))
    expect(Object.hasOwn(without, 'libraryPanels')).toBe(false)
  })

  it('get ids of their own', () => {
    expect(freePanelId(spec, 'CPU usage, é %')).toBe('cpu-usage-e')
    expect(freePanelId(spec, 'A')).toBe('a-2')
    expect(freePanelId(spec, '↑')).toBe('panel')
  })
})

describe('sections', () => {
  const rows = specOf({ type: 'rows', sections: [section('x', grid(place('a', 0, 0))), section('y', auto('b', 'c'))] })

  it('are added beside others, and around what has none', () => {
    const flat = specOf(grid(place('a', 0, 0)))
    const options = { section: added, rest }
    expect(addSection(flat, { type: 'rows', ...options }).layout).toEqual({
      type: 'rows',
      sections: [
        { ...rest, layout: flat.layout },
        { ...added, layout: grid() },
      ],
    })
    expect(addSection(specOf(grid()), { type: 'tabs', ...options }).layout).toEqual({
      type: 'tabs',
      sections: [{ ...added, layout: grid() }],
    })
    const tabs = addSection(rows, { type: 'tabs', ...options })
    expect(tabs.layout).toEqual({
      type: 'tabs',
      sections: [
        { ...rest, layout: rows.layout },
        { ...added, layout: grid() },
      ],
    })
    const more = addSection(tabs, { type: 'rows', section: { id: 'z', title: '' }, rest: { id: 'r', title: '' } })
    expect(sectionsOf(more.layout).map(({ id }) => id)).toEqual(['rest', 'x', 'y', 'z', 'new'])
  })

  it('nest no deeper than three levels', () => {
    const deeper = (spec: Spec, n: number) =>
      changeLayoutType(spec, { type: 'tabs', section: { id: `s${n}`, title: '' }, ...(n && { at: `s${n - 1}` }) })
    const three = [0, 1, 2].reduce(deeper, specOf(grid(place('a', 0, 0))))
    expect(sectionsOf(three.layout)).toHaveLength(3)
    expect(deeper(three, 3)).toBe(three)
    expect(validate(DashboardSpec, three).ok).toBe(true)
    const four = { ...three, layout: { type: 'rows', sections: [section('top', three.layout)] } }
    const checked = validate(DashboardSpec, four)
    expect(checked.ok || checked.problems.map(({ path }) => path)).toEqual([
      '/layout/sections/0/layout/sections/0/layout/sections/0/layout/type',
    ])
  })

  it('move before and after others, also of other sections, but not into themselves', () => {
    const ids = (spec: Spec) => sectionsOf(spec.layout).map(({ id }) => id)
    expect(ids(moveSection(rows, 'x', 'after', 'y'))).toEqual(['y', 'x'])
    const nested = addSection(rows, { type: 'tabs', section: added, rest, at: 'y' })
    expect(ids(nested)).toEqual(['x', 'y', 'rest', 'new'])
    expect(ids(moveSection(nested, 'x', 'before', 'new'))).toEqual(['y', 'rest', 'x', 'new'])
    expect(moveSection(nested, 'y', 'after', 'new')).toBe(nested)
  })

  it('go with their panels, or leave them to their neighbour', () => {
    const gone = removeSection(rows, 'y', 'remove')
    expect([Object.keys(gone.panels), shownPanels(gone.layout)]).toEqual([['a'], ['a']])
    const kept = removeSection(rows, 'x', 'keep')
    expect(kept.layout).toEqual({ type: 'rows', sections: [section('y', auto('b', 'c', 'a'))] })
    expect(removeSection(kept, 'y', 'keep').layout).toEqual(auto('b', 'c', 'a'))
    expect(removeSection(gone, 'x', 'remove').layout).toEqual(grid())
  })

  it('are duplicated with panels and ids of their own', () => {
    const twice = duplicateSection(rows, 'y')
    expect(twice.layout).toEqual({
      type: 'rows',
      sections: [
        ...(rows.layout as { sections: Section[] }).sections,
        { ...section('y-2', auto('b-2', 'c-2')), title: 'y' },
      ],
    })
    expect(twice.panels['b-2']).toBe(rows.panels['b'])
  })

  it('are renamed, and keep what else they are', () => {
    const renamed = renameSection(
      changeSection(rows, 'x', (each) => ({ ...each, collapsed: true })),
      'x',
      'Load',
    )
    expect(sectionsOf(renamed.layout)[0]).toEqual({
      ...section('x', grid(place('a', 0, 0))),
      collapsed: true,
      title: 'Load',
    })
    expect(freeSectionId(renamed, 'X')).toBe('x-2')
  })

  it('become one grid, and one order', () => {
    expect(changeLayoutType(rows, { type: 'grid', section: rest }).layout).toEqual(
      grid(place('a', 0, 0), place('b', 0, 8, 8, 7), place('c', 8, 8, 8, 7)),
    )
    expect(changeLayoutType(rows, { type: 'auto', section: rest }).layout).toEqual({
      ...auto('a', 'b', 'c'),
      maxColumns: 4,
    })
    expect(changeLayoutType(rows, { type: 'tabs', section: rest }).layout).toEqual({ ...rows.layout, type: 'tabs' })
  })
})

describe('no operation', () => {
  const anyLayout = (levels: number, name: string): fc.Arbitrary<Layout> => {
    const count = fc.nat(3)
    const panels = count.map((n) => Array.from({ length: n }, (_, i) => `p${name}-${i}`))
    const leaf = fc.oneof(
      panels.map((ids) => auto(...ids)),
      fc
        .tuple(panels, fc.array(fc.record({ x: fc.nat(16), y: fc.nat(9) }), { minLength: 3, maxLength: 3 }))
        .map(([ids, at]) => grid(...packGrid(ids.map((id, i) => place(id, at[i]!.x, at[i]!.y))))),
    )
    if (levels === 0) return leaf
    const sections = fc
      .nat(2)
      .chain((n) =>
        fc.tuple(
          ...Array.from({ length: n + 1 }, (_, i) =>
            anyLayout(levels - 1, `${name}${i}`).map((layout) => section(`s${name}${i}`, layout)),
          ),
        ),
      )
    return fc.oneof(leaf, fc.record({ type: fc.constantFrom('rows' as const, 'tabs' as const), sections }))
  }
  const panels = fc.constantFrom('p-0', 'p0-0', 'p1-1', 'p00-0', 'p01-2', 'p000-0', 'gone')
  const sections = fc.constantFrom('s0', 's1', 's00', 's01', 's000', 's10', 'gone')
  const at = fc.option(sections, { nil: undefined })
  const type = fc.constantFrom('grid' as const, 'auto' as const, 'rows' as const, 'tabs' as const)
  const panel = { type: 'stat', title: '', queries: [], options: {} }
  // What each may add, or take away, is said with it.
  const keeping: fc.Arbitrary<(spec: Spec) => Spec> = fc.oneof(
    fc
      .record({ panel: panels, x: fc.integer(), y: fc.nat(99) })
      .map((to) => (spec: Spec) => moveItem(spec, to.panel, to)),
    fc.record({ panel: panels, index: fc.nat(5) }).map((to) => (spec: Spec) => moveItem(spec, to.panel, to)),
    fc
      .record({ panel: panels, w: fc.nat(40), h: fc.nat(300) })
      .map((to) => (spec: Spec) => resizeItem(spec, to.panel, to)),
    fc.tuple(panels, at).map(
      ([id, to]) =>
        (spec: Spec) =>
          movePanelToSection(spec, id, to),
    ),
    fc.record({ type: fc.constantFrom('rows' as const, 'tabs' as const), at }).map(
      (options) => (spec: Spec) =>
        addSection(spec, {
          ...options,
          section: { id: freeSectionId(spec, 'new'), title: '' },
          rest: { id: freeSectionId(spec, 'rest'), title: '' },
        }),
    ),
    fc.tuple(sections, fc.constantFrom('before' as const, 'after' as const), sections).map(
      ([id, side, other]) =>
        (spec: Spec) =>
          moveSection(spec, id, side, other),
    ),
    sections.map((id) => (spec: Spec) => removeSection(spec, id, 'keep')),
    fc
      .record({ type, at })
      .map(
        (options) => (spec: Spec) =>
          changeLayoutType(spec, { ...options, section: { id: freeSectionId(spec, 'made'), title: '' } }),
      ),
  )
  const changing: fc.Arbitrary<(spec: Spec) => Spec> = fc.oneof(
    at.map((to) => (spec: Spec) => addPanel(spec, freePanelId(spec, 'new'), panel, { section: to })),
    panels.map((id) => (spec: Spec) => duplicatePanel(spec, id, freePanelId(spec, id))),
    panels.map((id) => (spec: Spec) => removePanel(spec, id)),
    at.map((to) => (spec: Spec) => addPanel(spec, freePanelId(spec, 'kept'), { library: 'kept' }, { section: to })),
    panels.map((id) => (spec: Spec) => (spec.panels[id] ? setPanel(spec, id, { library: 'kept' }) : spec)),
    sections.map((id) => (spec: Spec) => removeSection(spec, id, 'remove')),
    sections.map((id) => (spec: Spec) => duplicateSection(spec, id)),
  )
  const anySpec = anyLayout(3, '').map(specOf)
  const problemsOf = (spec: Spec) => {
    const checked = validate(DashboardSpec, spec)
    return [...(checked.ok ? [] : checked.problems), ...dashboardProblems(spec)]
  }

  it('loses or doubles a panel, or leaves a dashboard that cannot be saved', () => {
    fc.assert(
      fc.property(anySpec, fc.array(keeping, { maxLength: 6 }), (spec, operations) => {
        for (const operation of operations) {
          const next = operation(spec)
          expect(next.panels).toBe(spec.panels)
          expect(shownPanels(next.layout).toSorted()).toEqual(shownPanels(spec.layout).toSorted())
          expect(problemsOf(next)).toEqual([])
          spec = next
        }
      }),
    )
  })

  it('shows other panels than the dashboard has', () => {
    fc.assert(
      fc.property(anySpec, fc.array(fc.oneof(keeping, changing), { maxLength: 6 }), (spec, operations) => {
        const after = operations.reduce((before, operation) => operation(before), spec)
        expect(shownPanels(after.layout).toSorted()).toEqual(
          panelEntries(after)
            .map(([id]) => id)
            .toSorted(),
        )
        expect(problemsOf(after)).toEqual([])
      }),
    )
  })

  it('changes what it was given', () => {
    fc.assert(
      fc.property(anySpec, fc.oneof(keeping, changing), (spec, operation) => {
        const before = structuredClone(spec)
        operation(spec)
        expect(spec).toEqual(before)
      }),
    )
  })
})
