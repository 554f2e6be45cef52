import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { session } from '../api/session.ts'
import type { LoadedDashboard, ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { t } from '../text.ts'
import { createEditor, type Editor, type EditorOptions } from './editor.ts'
import { forgetDraft, keptDraft, type KeptDraft } from './kept-draft.ts'

export interface EditedDashboardOptions {
  /** What the host has; undefined until it is there. */
  readonly loaded: () => LoadedDashboard | undefined
  /** Whether the address asks for the editor, and whoever looks may use it. */
  readonly isEditing: () => boolean
}

/** A dashboard as it is looked at and edited: the editor begins when the address asks for it, unless older changes wait. */
export function useEditedDashboard({ loaded, isEditing }: EditedDashboardOptions) {
  const editor = shallowRef<Editor>()
  /** Unsaved changes from before, until somebody says what becomes of them. */
  const kept = shallowRef<KeptDraft>()
  const placeOf = (id: string) => ({ namespace: session.namespace, id })

  function start({ id, revision, draft }: LoadedDashboard, options: EditorOptions = {}) {
    editor.value = createEditor({ id, draft, ...(revision !== undefined && { revision }) }, options)
  }
  function update() {
    const now = loaded()
    if (!now || (editor.value && editor.value.saved.value.id !== now.id)) editor.value = undefined
    if (!now) return
    const isUnchanged = editor.value && !editor.value.isChanged.value
    if (editor.value && (!isEditing() || (isUnchanged && editor.value.saved.value.revision !== now.revision))) {
      editor.value.keep()
      if (editor.value.isChanged.value) kept.value = keptDraft(placeOf(now.id))
      editor.value = undefined
    }
    if (isEditing() && !editor.value && !kept.value) start(now)
  }
  watch(
    () => loaded()?.id,
    (id) => {
      kept.value = id === undefined ? undefined : keptDraft(placeOf(id))
    },
    { immediate: true, flush: 'sync' },
  )
  watch([loaded, isEditing], update, { immediate: true })
  const keep = () => editor.value?.keep()
  addEventListener('pagehide', keep)
  onScopeDispose(() => removeEventListener('pagehide', keep))

  const dashboard = computed((): ViewedDashboard | undefined => {
    const now = loaded()
    if (!now || !editor.value) return now
    const { draft, saved } = editor.value
    const { title, spec } = draft.value
    const { revision } = saved.value
    return { ...now, revision, title: title || t('New dashboard'), spec, saved: saved.value.draft.spec }
  })

  return {
    dashboard,
    editor,
    kept,
    /** Goes on with the changes from before. */
    resume() {
      const now = loaded()
      if (now && kept.value) start(now, { kept: kept.value, keptLabel: t('Changes from before') })
      kept.value = undefined
    },
    dropKept() {
      const now = loaded()
      if (now) forgetDraft(placeOf(now.id))
      kept.value = undefined
      update()
    },
    /** Drops the changes, and edits what the host has now, which `refresh` loads. */
    loadTheirs(refresh: () => void) {
      editor.value?.forget()
      refresh()
    },
  }
}
