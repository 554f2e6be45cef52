import type { DashboardSpec } from '@orrery/dashboard'
import { openDoor } from '../plugins/doors.ts'
import { findContribution } from '../plugins/plugin-list.ts'

/** Loads what draws the panels while their data is under way. A view that cannot be loaded is reported by its panels. */
export function preloadViews({ panels }: Pick<DashboardSpec, 'panels'>): void {
  for (const type of new Set(Object.values(panels).map((panel) => panel.type))) {
    const contribution = findContribution('panel', type)
    if (contribution) openDoor(contribution.plugin, contribution.data['view']).catch(() => {})
  }
}
