import { hasSections, type Layout, type Section } from '@orrery/dashboard'

/** The sections that stand beside one, in their order, with it. */
export function siblingsOf(layout: Layout, id: string): readonly Section[] {
  if (!hasSections(layout)) return []
  if (layout.sections.some((section) => section.id === id)) return layout.sections
  return layout.sections.flatMap((section) => siblingsOf(section.layout, id))
}
