import { changedPlaces } from '@orrery/resource'
import type { DashboardSpec } from '../dashboard.ts'
import { panelTitle } from '../panel-entry.ts'
import { hasSections, type Layout, type Section } from '../layout/layout.ts'
import { change, type DashboardChange } from './change.ts'

/** Where something stands. */
interface Place {
  /** Ids of the sections around it, outer ones first. */
  readonly sections: readonly string[]
  /** Their titles. */
  readonly titles: readonly string[]
}
interface PanelPlace extends Place {
  /** What the layout says of it besides. */
  readonly item: Readonly<Record<string, unknown>>
  /** In which place it stands among its neighbours, where they have an order and no places of their own. */
  readonly order: readonly string[] | undefined
}
interface SectionPlace extends Place {
  readonly section: Section
  readonly neighbours: readonly string[]
}
interface Places {
  readonly panels: Map<string, PanelPlace>
  readonly sections: Map<string, SectionPlace>
}

const emptyPlaces = (): Places => ({ panels: new Map(), sections: new Map() })

function placesOf(layout: Layout, around: Place = { sections: [], titles: [] }, found = emptyPlaces()): Places {
  if (!hasSections(layout)) {
    const order = layout.type === 'auto' ? layout.items.map(({ panel }) => panel) : undefined
    for (const item of layout.items) found.panels.set(item.panel, { ...around, item, order })
    return found
  }
  const neighbours = layout.sections.map(({ id }) => id)
  for (const section of layout.sections) {
    found.sections.set(section.id, { ...around, section, neighbours })
    const inside = { sections: [...around.sections, section.id], titles: [...around.titles, section.title] }
    placesOf(section.layout, inside, found)
  }
  return found
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether it passed another that stands in both orders; that one came or went does not move it. */
function changedOrder(id: string, before: readonly string[] = [], after: readonly string[] = []): boolean {
  const ahead = (order: readonly string[], other: readonly string[]) =>
    order.slice(0, order.indexOf(id)).filter((each) => other.includes(each))
  return !isSame(ahead(before, after).toSorted(), ahead(after, before).toSorted())
}

/** Whether one of these numbers is another; a layout that has no such numbers says nothing of them. */
const differ = (properties: readonly string[], before: PanelPlace, after: PanelPlace) =>
  properties.some((property) => {
    const [was, is] = [before.item[property], after.item[property]]
    return was !== undefined && is !== undefined && was !== is
  })

function panelChanges(id: string, title: string, before: PanelPlace, after: PanelPlace): readonly DashboardChange[] {
  const isElsewhere = !isSame(before.sections, after.sections)
  const isMoved = isElsewhere || differ(['x', 'y'], before, after) || changedOrder(id, before.order, after.order)
  const rest = changedPlaces(before.item, after.item).filter(({ path }) => !['x', 'y', 'w', 'h'].includes(path[0]!))
  const size = ({ item: { w, h } }: PanelPlace) => ({ w, h })
  return [
    ...(isMoved
      ? [change('panel', 'moved', id, title, isElsewhere ? { before: before.titles, after: after.titles } : {})]
      : []),
    ...(differ(['w', 'h'], before, after)
      ? [change('panel', 'resized', id, title, { before: size(before), after: size(after) })]
      : []),
    ...rest.map((place) => change('panel', 'changed', id, title, place)),
  ]
}

function sectionChanges(id: string, before: SectionPlace, after: SectionPlace): readonly DashboardChange[] {
  const { layout: layoutBefore, ...ownBefore } = before.section
  const { layout, ...own } = after.section
  const isElsewhere = !isSame(before.sections, after.sections)
  const isMoved = isElsewhere || changedOrder(id, before.neighbours, after.neighbours)
  const titles = isElsewhere ? { before: before.titles, after: after.titles } : {}
  return [
    ...(isMoved ? [change('section', 'moved', id, own.title, titles)] : []),
    ...changedPlaces(ownBefore, own).map((place) => change('section', 'changed', id, own.title, place)),
    ...layoutSettings(layoutBefore, layout).map((place) => change('section', 'changed', id, own.title, place)),
  ]
}

/** What a layout says besides what stands in it; of one of another type only that it is. */
function layoutSettings(before: Layout, after: Layout) {
  const settings = (layout: Layout) => ({
    ...layout,
    ...(hasSections(layout) ? { sections: undefined } : { items: undefined }),
  })
  if (before.type !== after.type) return [{ path: ['layout', 'type'], before: before.type, after: after.type }]
  return changedPlaces({ layout: settings(before) }, { layout: settings(after) })
}

/** What moved, was resized, or stands differently; that panels came or went is not told here. */
export function diffLayouts(before: DashboardSpec, after: DashboardSpec): readonly DashboardChange[] {
  const [a, b] = [placesOf(before.layout), placesOf(after.layout)]
  const panels = [...b.panels].flatMap(([id, place]) => {
    const was = a.panels.get(id)
    return was ? panelChanges(id, panelTitle(after, id), was, place) : []
  })
  const sections = [...b.sections].flatMap(([id, place]) => {
    const was = a.sections.get(id)
    return was ? sectionChanges(id, was, place) : [change('section', 'added', id, place.section.title)]
  })
  const gone = [...a.sections]
    .filter(([id]) => !b.sections.has(id))
    .map(([id, { section }]) => change('section', 'removed', id, section.title))
  const settings = layoutSettings(before.layout, after.layout).map((place) =>
    change('dashboard', 'changed', '', '', place),
  )
  return [...settings, ...gone, ...sections, ...panels]
}
