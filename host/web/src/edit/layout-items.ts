import type { Layout, LayoutType } from '@orrery/dashboard'
import type { MenuItem } from '@orrery/ui'
import { t } from '../text.ts'

/** What a menu offers to lay out the panels of a layout otherwise. */
export function layoutItems(layout: Layout, change: (type: LayoutType) => void): readonly MenuItem[] {
  const kinds: readonly (readonly [LayoutType, string, string])[] = [
    ['grid', t('Lay out freely'), 'layout-dashboard'],
    ['auto', t('Lay out automatically'), 'layout-grid'],
    ['rows', t('Lay out in rows'), 'rows-3'],
    ['tabs', t('Lay out in tabs'), 'panels-top-left'],
  ]
  return kinds
    .filter(([type]) => type !== layout.type)
    .map(([type, label, icon], i) => ({ label, icon, separated: i === 0, select: () => change(type) }))
}
