import type { Layout, PanelLayout, Section, SectionLayout } from '@orrery/dashboard'
import { computed, inject, type Component, type InjectionKey, type Ref } from 'vue'

/** What somebody who edits a dashboard has selected. */
export interface LayoutTarget {
  readonly type: 'panel' | 'section'
  readonly id: string
}

/** What is drawn over a panel while it is edited. */
export interface ItemChromeProps {
  readonly panel: string
  readonly layout: PanelLayout['type']
}

/** What is drawn at the end of a section's header. */
export interface SectionChromeProps {
  readonly section: Section
  readonly type: SectionLayout['type']
  /** Place among its siblings, from 0, and how many they are. */
  readonly index: number
  readonly count: number
}

/** What is drawn after the panels, or the sections, of a layout. */
export interface LayoutChromeProps {
  readonly layout: Layout
  /** Whose layout it is; undefined for the dashboard's own. */
  readonly section: string | undefined
}

/**
 * What an editor adds to the drawing of a layout. While somebody edits, everything is shown once: repeats are not drawn
 * out, and what a condition would hide is marked instead.
 */
export interface LayoutEditing {
  readonly isEditing: Readonly<Ref<boolean>>
  readonly selected: Readonly<Ref<LayoutTarget | undefined>>
  readonly select: (target: LayoutTarget | undefined) => void
  /** Gets {@link ItemChromeProps}. */
  readonly itemChrome?: Component
  /** Gets {@link SectionChromeProps}. */
  readonly sectionChrome?: Component
  /** Gets {@link LayoutChromeProps}. */
  readonly layoutChrome?: Component
}

export const layoutEditingKey: InjectionKey<LayoutEditing> = Symbol('layout editing')

const viewOnly: LayoutEditing = {
  isEditing: computed(() => false),
  selected: computed(() => undefined),
  select() {},
}

/** The editor around a layout; one that edits nothing where there is none. */
export const useLayoutEditing = (): LayoutEditing => inject(layoutEditingKey, viewOnly)
