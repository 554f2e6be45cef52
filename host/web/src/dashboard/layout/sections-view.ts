import { sectionsOf, type Layout } from '@orrery/dashboard'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { parseInstanceKey } from './instance.ts'

/** Which tabs a viewer has opened, and which rows opened or closed, by the keys of sections. */
export interface SectionsView {
  readonly tabs: readonly string[]
  readonly expanded: readonly string[]
  readonly collapsed: readonly string[]
}

const kept = ['tabs', 'expanded', 'collapsed'] as const
const NAMES = { tabs: 'tab', expanded: 'expanded', collapsed: 'collapsed' } as const

/** Reads the address; sections that the layout does not have are left out. */
export function readSections(query: LocationQuery, layout: Layout): SectionsView {
  const known = new Set(sectionsOf(layout).map(({ id }) => id))
  const keys = (name: string) =>
    [query[name]].flat().filter((key) => typeof key === 'string' && known.has(parseInstanceKey(key).panel)) as string[]
  return { tabs: keys(NAMES.tabs), expanded: keys(NAMES.expanded), collapsed: keys(NAMES.collapsed) }
}

/** Writes the address: what is as the dashboard has it is left out. */
export const writeSections = (sections: SectionsView): LocationQueryRaw =>
  Object.fromEntries(kept.filter((each) => sections[each].length).map((each) => [NAMES[each], [...sections[each]]]))

/** A section that people see; repeated ones are there once for each value. */
export interface KeyedSection {
  readonly key: string
  readonly section: { readonly collapsed?: boolean }
}

export const isCollapsed = ({ expanded, collapsed }: SectionsView, { key, section }: KeyedSection): boolean =>
  section.collapsed ? !expanded.includes(key) : collapsed.includes(key)

const without = (keys: readonly string[], gone: readonly string[]) => keys.filter((key) => !gone.includes(key))

/** With a row opened or closed. */
export function foldSection(view: SectionsView, row: KeyedSection, close: boolean): SectionsView {
  const { key, section } = row
  const [expanded, collapsed] = [without(view.expanded, [key]), without(view.collapsed, [key])]
  if (close === (section.collapsed ?? false)) return { ...view, expanded, collapsed }
  return close
    ? { ...view, expanded, collapsed: [...collapsed, key] }
    : { ...view, expanded: [...expanded, key], collapsed }
}

/** The tab that is open: the first where the viewer opened none. */
export const openTab = <T extends { readonly key: string }>(
  { tabs }: SectionsView,
  siblings: readonly T[],
): T | undefined => siblings.find(({ key }) => tabs.includes(key)) ?? siblings[0]

/** With a tab opened in place of its siblings. */
export function selectTab(
  view: SectionsView,
  siblings: readonly { readonly key: string }[],
  key: string,
): SectionsView {
  const keys = siblings.map((sibling) => sibling.key)
  const others = without(view.tabs, keys)
  return { ...view, tabs: keys[0] === key ? others : [...others, key] }
}
