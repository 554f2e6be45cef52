import { mergeDocuments, type Choose, type Merged } from '@orrery/resource'
import type { DashboardSpec } from '../dashboard.ts'
import { findItem } from '../layout/edit-panels.ts'
import { overlaps, packGrid, type GridItem } from '../layout/grid.ts'
import { addItems } from '../layout/items.ts'
import { hasPanel, panelEntries, withoutPanels } from '../panel-entry.ts'
import { hasSections, type Layout } from '../layout/layout.ts'
import { mapLayout, shownPanels } from '../layout/walk.ts'
import type { DashboardText } from './change.ts'

const hasOverlap = (items: readonly GridItem[]) =>
  items.some((item, index) => items.slice(index + 1).some((other) => overlaps(item, other)))

/** Each panel that is there once, and none over another. */
function tidyLayout(layout: Layout, isThere: (panel: string) => boolean): Layout {
  const seen = new Set<string>()
  const isFirst = ({ panel }: { readonly panel: string }) => {
    if (seen.has(panel) || !isThere(panel)) return false
    seen.add(panel)
    return true
  }
  return mapLayout(layout, (each) => {
    if (hasSections(each)) return each
    if (each.type === 'auto') return { ...each, items: each.items.filter(isFirst) }
    const items = each.items.filter(isFirst)
    return { ...each, items: hasOverlap(items) ? packGrid(items) : items }
  })
}

/**
 * A merged spec whose layout shows what the sides showed of the panels that are left. A panel that one side changed and
 * the other put into the library stays a panel of the dashboard.
 */
function settleLayout(merged: DashboardSpec, sides: readonly DashboardSpec[]): DashboardSpec {
  const spec = withoutPanels(merged, new Set())
  const layout = tidyLayout(spec.layout, (panel) => hasPanel(spec, panel))
  const shown = new Set(shownPanels(layout))
  const lost = panelEntries(spec).flatMap(([panel]) => {
    const item = shown.has(panel) ? undefined : sides.map((side) => findItem(side.layout, panel)).find(Boolean)
    return item ? [item] : []
  })
  return { ...spec, layout: addItems(layout, lost) }
}

/**
 * Brings together what two people made of the same dashboard, as `mergeDocuments` does: where both changed the same place,
 * `choose` decides, or mine stands. The layout is settled afterwards: every panel that is left has one place in it, and
 * those that two people put at the same place give way. What a schema or `dashboardProblems` says is left to be asked.
 */
export function mergeDashboards<Text extends DashboardText>(
  base: Text,
  mine: Text,
  theirs: Text,
  choose?: Choose,
): Merged<Text> {
  const { value, conflicts } = mergeDocuments(base, mine, theirs, choose)
  return { value: { ...value, spec: settleLayout(value.spec, [mine.spec, theirs.spec]) }, conflicts }
}
