import { libraryPanelsOf } from '@orrery/dashboard'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { session } from '../api/session.ts'
import type { LoadedDashboard, ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { loadLibraryPanels } from '../library-panels/stored-panel.ts'
import { reporting } from '../shell/report.ts'
import { t } from '../text.ts'
import { drawnSpec, libraryPanel } from './draft.ts'
import { createEditor, type Editor, type EditorOptions } from './editor.ts'
import { forgetDraft, leftDrafts, type LeftDraft } from './kept-draft.ts'

export interface EditedDashboardOptions {
  /** What the host has; undefined until it is there. */
  readonly loaded: () => LoadedDashboard | undefined
  /** Whether the address asks for the editor, and whoever looks may use it. */
  readonly isEditing: () => boolean
}

/** A dashboard as it is looked at and edited: the editor begins when the address asks for it, unless older changes wait. */
export function useEditedDashboard({ loaded, isEditing }: EditedDashboardOptions) {
  const editor = shallowRef<Editor>()
  /** Unsaved changes from before, until somebody says what becomes of them; undefined while they are looked for. */
  const left = shallowRef<readonly LeftDraft[]>()
  const placeOf = (id: string) => ({ namespace: session.namespace, id })

  async function look(id: string) {
    left.value = undefined
    const found = await leftDrafts(placeOf(id))
    if (loaded()?.id !== id) return
    left.value = found
    update()
  }

  function start({ id, revision, draft, library }: LoadedDashboard, options: EditorOptions = {}) {
    const stored = Object.fromEntries(library.map((each) => [each.id, each]))
    editor.value = createEditor({ id, draft, library: stored, ...(revision !== undefined && { revision }) }, options)
  }
  function update() {
    const now = loaded()
    if (!now || (editor.value && editor.value.saved.value.id !== now.id)) editor.value = undefined
    if (!now) return
    const isUnchanged = editor.value && !editor.value.isChanged.value
    if (editor.value && (!isEditing() || (isUnchanged && editor.value.saved.value.revision !== now.revision))) {
      editor.value.keep()
      if (editor.value.isChanged.value) void look(now.id)
      editor.value = undefined
    }
    if (editor.value) now.library.forEach(editor.value.learn)
    else if (isEditing() && left.value?.length === 0) start(now)
  }
  watch(
    () => loaded()?.id,
    (id) => {
      if (id !== undefined) void look(id)
    },
    { immediate: true, flush: 'sync' },
  )
  watch([loaded, isEditing], update, { immediate: true })
  // Panels of the library that came in a text, or with a panel that was pasted.
  const unknown = computed(() => {
    const draft = editor.value?.draft.value
    return draft ? libraryPanelsOf(draft.spec).filter((id) => !libraryPanel(draft, id)) : []
  })
  const learnUnknown = reporting(async () => {
    const of = editor.value
    const found = await loadLibraryPanels(unknown.value)
    found.forEach((each) => of?.learn(each))
  })
  watch(
    () => unknown.value.join(' '),
    (ids) => ids && learnUnknown(),
  )
  const keep = () => editor.value?.keep()
  addEventListener('pagehide', keep)
  onScopeDispose(() => removeEventListener('pagehide', keep))

  const dashboard = computed((): ViewedDashboard | undefined => {
    const now = loaded()
    if (!now || !editor.value) return now
    const { draft, saved } = editor.value
    const { revision } = saved.value
    return {
      ...now,
      revision,
      title: draft.value.title || t('New dashboard'),
      spec: drawnSpec(draft.value),
      saved: drawnSpec(saved.value.draft),
    }
  })

  return {
    dashboard,
    editor,
    /** None while the dashboard is edited. */
    left: computed(() => (editor.value ? [] : (left.value ?? []))),
    /** Goes on with changes from before, in a slot of its own. */
    resume({ slot, ...kept }: LeftDraft) {
      const now = loaded()
      if (!now) return
      start(now, { kept, keptLabel: t('Changes from before') })
      if (editor.value!.keep()) forgetDraft(placeOf(now.id), slot)
      left.value = []
    },
    dropLeft({ slot }: LeftDraft) {
      const now = loaded()
      if (now) forgetDraft(placeOf(now.id), slot)
      left.value = left.value?.filter((each) => each.slot !== slot)
      update()
    },
    /** They wait until the page is opened again. */
    postponeLeft() {
      left.value = []
      update()
    },
    /** Drops the changes, and edits what the host has now, which `refresh` loads. */
    loadTheirs(refresh: () => void) {
      editor.value?.forget()
      refresh()
    },
  }
}
