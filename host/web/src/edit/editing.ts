import { inject, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { LibraryActions } from '../library-panels/use-library-actions.ts'
import type { Editor } from './editor.ts'
import type { PanelActions } from './use-panel-actions.ts'
import type { SectionActions } from './use-section-actions.ts'

/** The editor of the dashboard on the page, for what is drawn inside it. */
export interface DashboardEditing extends PanelActions, SectionActions, LibraryActions {
  readonly editor: Editor
  /** The panel that keys act on. */
  readonly selected: Ref<string | undefined>
  /** Says it to screen readers. */
  readonly announce: (text: string) => void
}

/** Undefined while the dashboard is only looked at. */
export const editingKey: InjectionKey<ComputedRef<DashboardEditing | undefined>> = Symbol('editing')

/** The editor around a component; undefined where there is none. */
export const useEditing = (): ComputedRef<DashboardEditing | undefined> | undefined => inject(editingKey, undefined)
