import type { PanelLayout, Section, SectionLayout } from '@orrery/dashboard'
import { computed, inject, type Component, type InjectionKey, type Ref } from 'vue'

/** What somebody who edits a dashboard has selected. */
export interface LayoutTarget {
  readonly type: 'panel' | 'section'
  readonly id: string
}

/** What is drawn over a panel while it is edited. */
interface ItemChromeProps {
  readonly panel: string
  readonly layout: PanelLayout['type']
}

/** What is drawn at the end of a section's header. */
interface SectionChromeProps {
  readonly section: Section
  readonly type: SectionLayout['type']
  /** Place among its siblings, from 0, and how many they are. */
  readonly index: number
  readonly count: number
}

/**
 * What an editor adds to the drawing of a layout. While somebody edits, what a condition would hide is shown and marked;
 * each instance of a repeat stands for all of them.
 */
export interface LayoutEditing {
  readonly isEditing: Readonly<Ref<boolean>>
  readonly selected: Readonly<Ref<LayoutTarget | undefined>>
  readonly select: (target: LayoutTarget | undefined) => void
  readonly itemChrome?: Component<ItemChromeProps>
  readonly sectionChrome?: Component<SectionChromeProps>
}

export const layoutEditingKey: InjectionKey<LayoutEditing> = Symbol('layout editing')

const viewOnly: LayoutEditing = {
  isEditing: computed(() => false),
  selected: computed(() => undefined),
  select() {},
}

/** The editor around a layout; one that edits nothing where there is none. */
export const useLayoutEditing = (): LayoutEditing => inject(layoutEditingKey, viewOnly)
