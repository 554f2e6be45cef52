import type { AutoItem } from './auto.ts'
import { inReadingOrder, type GridItem } from './grid.ts'
import { hasSections, type Layout, type PanelLayout, type Section } from './layout.ts'

/** The items of a layout of panels, in the order in which people read them. */
export const itemsInOrder = (layout: PanelLayout): readonly (GridItem | AutoItem)[] =>
  layout.type === 'grid' ? [...layout.items].sort(inReadingOrder) : layout.items

/** Ids of the panels that a layout shows, with all its sections, in reading order. */
export const shownPanels = (layout: Layout): readonly string[] =>
  hasSections(layout)
    ? layout.sections.flatMap((section) => shownPanels(section.layout))
    : itemsInOrder(layout).map(({ panel }) => panel)

/** All sections of a layout, outer ones before those inside. */
export const sectionsOf = (layout: Layout): readonly Section[] =>
  hasSections(layout) ? layout.sections.flatMap((section) => [section, ...sectionsOf(section.layout)]) : []

/** How many levels of sections stand one in another. */
export const sectionLevels = (layout: Layout): number =>
  hasSections(layout) ? 1 + Math.max(0, ...layout.sections.map((section) => sectionLevels(section.layout))) : 0

/** The section of this id, wherever it stands. */
export const findSection = (layout: Layout, id: string): Section | undefined =>
  sectionsOf(layout).find((section) => section.id === id)

/** The sections that a panel stands in, outer ones first; undefined where the layout does not show it. */
export function sectionsAround(layout: Layout, panel: string): readonly Section[] | undefined {
  if (!hasSections(layout)) return layout.items.some((item) => item.panel === panel) ? [] : undefined
  for (const section of layout.sections) {
    const inner = sectionsAround(section.layout, panel)
    if (inner) return [section, ...inner]
  }
  return undefined
}

/** A section with those around it, outer ones first; none where there is no such section. */
export function sectionsTo(layout: Layout, id: string): readonly Section[] {
  if (!hasSections(layout)) return []
  for (const section of layout.sections) {
    if (section.id === id) return [section]
    const inner = sectionsTo(section.layout, id)
    if (inner.length > 0) return [section, ...inner]
  }
  return []
}

/** An array with every item changed; the same array where all stay as they are. */
export const mapSame = <T>(items: T[], change: (item: T) => T): T[] => {
  const changed = items.map(change)
  return changed.some((item, index) => item !== items[index]) ? changed : items
}

/**
 * A layout in which `change` has seen every layout, inner ones first. What it gives back as it was stays the same object,
 * with all that is around it.
 */
export function mapLayout(layout: Layout, change: (layout: Layout) => Layout): Layout {
  if (!hasSections(layout)) return change(layout)
  const sections = mapSame(layout.sections, (section) => {
    const inner = mapLayout(section.layout, change)
    return inner === section.layout ? section : { ...section, layout: inner }
  })
  return change(sections === layout.sections ? layout : { ...layout, sections })
}

/** A layout in which `change` has seen every section, inner ones first; the same where it changes none. */
export const mapSections = (layout: Layout, change: (section: Section) => Section): Layout =>
  mapLayout(layout, (each) => {
    if (!hasSections(each)) return each
    const sections = mapSame(each.sections, change)
    return sections === each.sections ? each : { ...each, sections }
  })

/** A layout with that of one section changed, or the whole of it where no section is named. */
export const mapLayoutOf = (layout: Layout, section: string | undefined, change: (layout: Layout) => Layout): Layout =>
  section === undefined
    ? change(layout)
    : mapSections(layout, (each) => {
        const inner = each.id === section ? change(each.layout) : each.layout
        return inner === each.layout ? each : { ...each, layout: inner }
      })
