import type { DashboardSpec } from '../dashboard.ts'
import { panelEntries, panelEntry, setPanel, withoutPanels } from '../panel-entry.ts'
import { freeId, withLayout } from './edit-panels.ts'
import { addItems, NEW_AUTO_LAYOUT, toAutoItems, toGridItems } from './items.ts'
import {
  hasSections,
  MAX_SECTION_LEVELS,
  type Layout,
  type LayoutType,
  type Section,
  type SectionLayout,
} from './layout.ts'
import { findSection, mapLayout, mapLayoutOf, mapSections, sectionLevels, sectionsOf } from './walk.ts'

// As with panels: the same spec where there is nothing to do, and where sections would nest deeper than they may.

/** An id like `wanted` that no section has. */
export const freeSectionId = (spec: DashboardSpec, wanted: string): string =>
  freeId(wanted, 'section', (id) => findSection(spec.layout, id) !== undefined)

type NewSection = Pick<Section, 'id' | 'title'>

const EMPTY: Layout = { type: 'grid', items: [] }

const isEmpty = (layout: Layout) => (hasSections(layout) ? layout.sections : layout.items).length === 0

const bounded = (spec: DashboardSpec, layout: Layout) =>
  sectionLevels(layout) > MAX_SECTION_LEVELS ? spec : withLayout(spec, layout)

export interface AddSectionOptions {
  /** A row or a tab. */
  readonly type: SectionLayout['type']
  readonly section: NewSection
  /** What takes the panels, or the rows, that stand there without a section so far. */
  readonly rest: NewSection
  /** The section that it goes into; the whole dashboard when absent. */
  readonly at?: string | undefined
}

/**
 * Adds an empty section: a row below the others, a tab after the others. Panels that stand there without one get the
 * section `rest`. Tabs take rows in: a row that is added to tabs goes into the first, and a tab that is added to rows
 * makes tabs of which `rest`, the first, has all the rows.
 */
export function addSection(spec: DashboardSpec, { type, section, rest, at }: AddSectionOptions): DashboardSpec {
  if (findSection(spec.layout, section.id)) return spec
  const added: Section = { ...section, layout: EMPTY }
  const add = (layout: Layout): Layout => {
    if (layout.type === type) return { ...layout, sections: [...layout.sections, added] }
    if (isEmpty(layout)) return { type, sections: [added] }
    const [first, ...others] = layout.type === 'tabs' ? layout.sections : []
    if (first) return { type: 'tabs', sections: [{ ...first, layout: add(first.layout) }, ...others] }
    return { type, sections: [{ ...rest, layout }, added] }
  }
  return bounded(spec, mapLayoutOf(spec.layout, at, add))
}

/** Changes what a section says of itself; its id and its layout stay. */
export const changeSection = (
  spec: DashboardSpec,
  id: string,
  change: (section: Section) => Omit<Section, 'id' | 'layout'>,
): DashboardSpec =>
  withLayout(
    spec,
    mapSections(spec.layout, (section) =>
      section.id === id ? { ...change(section), id, layout: section.layout } : section,
    ),
  )

export const renameSection = (spec: DashboardSpec, id: string, title: string): DashboardSpec =>
  changeSection(spec, id, (section) => ({ ...section, title }))

/** Without a section; where it was the only one, `instead` is what stands there. */
const takeSection = (layout: Layout, id: string, instead: Layout): Layout =>
  mapLayout(layout, (each) => {
    if (!hasSections(each) || !each.sections.some((section) => section.id === id)) return each
    const sections = each.sections.filter((section) => section.id !== id)
    return sections.length ? { ...each, sections } : instead
  })

/** Moves a section before or after another one, into whatever rows or tabs that one is in. */
export function moveSection(spec: DashboardSpec, id: string, side: 'before' | 'after', other: string): DashboardSpec {
  const section = findSection(spec.layout, id)
  if (!section || id === other || !findSection(spec.layout, other) || findSection(section.layout, other)) return spec
  const layout = mapLayout(takeSection(spec.layout, id, EMPTY), (each) => {
    const at = hasSections(each) ? each.sections.findIndex((sibling) => sibling.id === other) : -1
    if (!hasSections(each) || at < 0) return each
    return { ...each, sections: each.sections.toSpliced(side === 'before' ? at : at + 1, 0, section) }
  })
  return bounded(spec, layout)
}

/**
 * Removes a section. Its panels go with it, or they stay: in the section before it, else in the one after it; a section
 * that was the only one leaves its layout in its place.
 */
export function removeSection(spec: DashboardSpec, id: string, panels: 'remove' | 'keep'): DashboardSpec {
  const section = findSection(spec.layout, id)
  if (!section) return spec
  if (panels === 'remove') {
    const gone = new Set(toAutoItems(section.layout).map(({ panel }) => panel))
    return withLayout(withoutPanels(spec, gone), takeSection(spec.layout, id, EMPTY))
  }
  const kept = toGridItems(section.layout)
  const layout = mapLayout(spec.layout, (each) => {
    const at = hasSections(each) ? each.sections.findIndex((sibling) => sibling.id === id) : -1
    if (!hasSections(each) || at < 0) return each
    const heir = each.sections[at - 1] ?? each.sections[at + 1]
    const sections = each.sections.map((sibling) =>
      sibling === heir ? { ...heir, layout: addItems(heir.layout, kept) } : sibling,
    )
    return heir ? { ...each, sections: sections.toSpliced(at, 1) } : section.layout
  })
  return withLayout(spec, layout)
}

/** Adds a copy of a section right after it, with copies of all its panels and sections under ids of their own. */
export function duplicateSection(spec: DashboardSpec, id: string): DashboardSpec {
  const section = findSection(spec.layout, id)
  if (!section) return spec
  const taken = new Set([
    ...panelEntries(spec).map(([panel]) => panel),
    ...sectionsOf(spec.layout).map((each) => each.id),
  ])
  const copyId = (of: string) => {
    const free = freeId(of, 'copy', (wanted) => taken.has(wanted))
    taken.add(free)
    return free
  }
  let copied = spec
  const copyItems = <I extends { panel: string }>(items: readonly I[]): I[] =>
    items.map((item) => {
      const copy = copyId(item.panel)
      const panel = panelEntry(spec, item.panel)
      if (panel) copied = setPanel(copied, copy, panel)
      return { ...item, panel: copy }
    })
  const copySection = (each: Section): Section => ({ ...each, id: copyId(each.id), layout: copyLayout(each.layout) })
  const copyLayout = (layout: Layout): Layout => {
    if (hasSections(layout)) return { ...layout, sections: layout.sections.map(copySection) }
    return layout.type === 'grid'
      ? { ...layout, items: copyItems(layout.items) }
      : { ...layout, items: copyItems(layout.items) }
  }
  const copy = copySection(section)
  const layout = mapLayout(spec.layout, (each) => {
    const at = hasSections(each) ? each.sections.indexOf(section) : -1
    return hasSections(each) && at >= 0 ? { ...each, sections: each.sections.toSpliced(at + 1, 0, copy) } : each
  })
  return withLayout(copied, layout)
}

export interface ChangeLayoutTypeOptions {
  readonly type: LayoutType
  /** The section whose layout changes; that of the whole dashboard when absent. */
  readonly at?: string | undefined
  /** What panels without a section are put into, where it becomes rows or tabs. */
  readonly section: NewSection
}

/**
 * Changes the sort of a layout, and loses no panel: rows become tabs and tabs rows, panels become one section, and
 * sections become one grid, one under the other, without what the sections say of themselves.
 */
export function changeLayoutType(spec: DashboardSpec, { type, at, section }: ChangeLayoutTypeOptions): DashboardSpec {
  const change = (layout: Layout): Layout => {
    if (layout.type === type) return layout
    if (type === 'grid') return { type, items: [...toGridItems(layout)] }
    if (type === 'auto') return { ...NEW_AUTO_LAYOUT, items: [...toAutoItems(layout)] }
    return { type, sections: hasSections(layout) ? layout.sections : [{ ...section, layout }] }
  }
  return bounded(spec, mapLayoutOf(spec.layout, at, change))
}
