import { computed, provide, ref, watch, type ComputedRef } from 'vue'
import { layoutEditingKey, type LayoutTarget } from '../dashboard/layout/editing.ts'
import type { useView } from '../dashboard/use-view.ts'
import { useLibraryActions } from '../library-panels/use-library-actions.ts'
import { editingKey, type DashboardEditing } from './editing.ts'
import type { Editor } from './editor.ts'
import PanelChrome from './PanelChrome.vue'
import SectionChrome from './SectionChrome.vue'
import { usePanelActions } from './use-panel-actions.ts'
import { useSectionActions } from './use-section-actions.ts'

export interface DashboardEditingOptions {
  /** Undefined while the dashboard is only looked at. */
  readonly editor: () => Editor | undefined
  readonly view: ReturnType<typeof useView>
}

/** The editor of the dashboard on the page with what is done in it, and what is said of that. */
export function useDashboardEditing({ editor, view }: DashboardEditingOptions) {
  const selected = ref<string>()
  /** For screen readers. */
  const said = ref('')
  const announce = (text: string) => {
    said.value = text
  }
  const actions = usePanelActions({
    editor: () => editor()!,
    open: (panel) => view.setEdit({ panel }),
    select: (panel) => (selected.value = panel),
    announce,
  })
  const sections = useSectionActions({ editor: () => editor()!, announce })
  const library = useLibraryActions({ editor: () => editor()!, select: (panel) => (selected.value = panel), announce })
  const editing: ComputedRef<DashboardEditing | undefined> = computed(() => {
    const now = editor()
    return now && { ...actions, ...sections, ...library, editor: now, selected, announce }
  })
  watch(editor, (now) => {
    if (!now) selected.value = library.libraryDialog.value = undefined
  })
  provide(editingKey, editing)
  provide(layoutEditingKey, {
    isEditing: computed(() => editing.value !== undefined),
    selected: computed((): LayoutTarget | undefined =>
      selected.value === undefined ? undefined : { type: 'panel', id: selected.value },
    ),
    select: (target) => {
      selected.value = target?.type === 'panel' ? target.id : undefined
    },
    itemChrome: PanelChrome,
    sectionChrome: SectionChrome,
  })
  return { editing, said }
}
