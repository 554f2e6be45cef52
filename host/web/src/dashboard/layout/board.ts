import type { TimeRange } from '@orrery/sdk'
import { inject, type InjectionKey, type Ref } from 'vue'
import type { DashboardQueries } from '../use-queries.ts'
import type { ViewedDashboard } from '../viewed-dashboard.ts'
import type { SectionsView } from './sections-view.ts'

/** What all parts of a layout share. */
export interface LayoutBoard {
  readonly dashboard: Readonly<Ref<ViewedDashboard>>
  readonly queries: DashboardQueries
  readonly range: Readonly<Ref<TimeRange>>
  readonly timeZone: Readonly<Ref<string>>
  /** What the viewer has open. */
  readonly sections: Readonly<Ref<SectionsView>>
  readonly setSections: (next: SectionsView) => void
  /** CSS pixels that a part has which fills the screen. */
  readonly screenHeight: Readonly<Ref<number>>
  readonly zoom: (range: TimeRange) => void
  readonly fullScreen: (panel: string) => void
}

export const boardKey: InjectionKey<LayoutBoard> = Symbol('layout board')

/** The board around a part of a layout. */
export function useBoard(): LayoutBoard {
  const board = inject(boardKey)
  if (!board) throw new TypeError('A part of a layout stands outside of a dashboard')
  return board
}
