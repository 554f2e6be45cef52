import { Dashboard, libraryPanelsOf } from '@orrery/dashboard'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { putResource } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { saveLibraryPanel, type StoredLibraryPanel } from '../library-panels/stored-panel.ts'
import { isSameDocument, isSameDraft, libraryPanel, toDraft, toResource, type Draft } from './draft.ts'
import { forgetDraft, keepDraft, newSlot, type KeptDraft } from './kept-draft.ts'
import { editedLibrary, isSamePanel, learnPanel, withKept, withStored } from './edited-library.ts'
import { mapSteps, noSteps, redoStep, takeStep, undoStep } from './steps.ts'

/** What is edited: a stored dashboard, or what a new one begins with. */
export interface SavedDashboard {
  /** `new` for one that is not there yet. */
  readonly id: string
  /** Absent for one that is not there yet. */
  readonly revision?: string
  readonly draft: Draft
  /** The panels of the library of `draft`, by their ids. */
  readonly library?: Readonly<Record<string, StoredLibraryPanel>>
}

export interface ChangeOptions {
  /** Changes with the same key that follow at once, as typing does, are one step. */
  readonly merge?: string | undefined
}

export interface SaveOptions {
  /** What is to be said of the change: kept in the history. */
  readonly message?: string | undefined
  /** Where it is saved: needed for one that is not there yet, and for a copy. */
  readonly id?: string
  /** The revision that is replaced: whoever has looked at another's change replaces that. */
  readonly replaces?: string
}

export interface EditorOptions {
  /** Unsaved changes from before: the first step, which can be undone. */
  readonly kept?: KeptDraft | undefined
  /** What that step is called. */
  readonly keptLabel?: string
  /** In ms since the epoch; the clock when omitted. */
  readonly now?: () => number
}

/** A dashboard that is being edited. Everything that changes it is a step that can be undone. */
export interface Editor {
  /** What the host has, as far as this page knows. */
  readonly saved: Readonly<ShallowRef<SavedDashboard>>
  readonly draft: Readonly<Ref<Draft>>
  /** Takes a step, called `label` where it is undone. An edit that answers the same draft is none. */
  readonly change: (label: string, edit: (draft: Draft) => Draft, options?: ChangeOptions) => void
  readonly undo: () => void
  readonly redo: () => void
  /** What undo would undo; undefined when there is nothing. */
  readonly undoLabel: ComputedRef<string | undefined>
  readonly redoLabel: ComputedRef<string | undefined>
  readonly isChanged: ComputedRef<boolean>
  readonly isSaving: Readonly<Ref<boolean>>
  /**
   * Saves the draft, the panels of the library first; what is changed meanwhile stays to be saved. Throws what the host
   * answers: RESOURCE_CONFLICT, of the dashboard or of a panel of the library.
   */
  readonly save: (options?: SaveOptions) => Promise<void>
  /** Takes over how the host has a panel of the library now; one that is edited here stays, and its saving conflicts. */
  readonly learn: (stored: StoredLibraryPanel) => void
  /** Takes over what somebody else made of a panel of the library, to be replaced by the draft with the next save. */
  readonly outdo: (stored: StoredLibraryPanel) => void
  /** Goes back to what is saved; can be undone until the page is left. */
  readonly discard: (label: string) => void
  /** Keeps changes in this browser now, for whoever leaves the page. False where it cannot, and they would be lost. */
  readonly keep: () => boolean
  /** Throws changes away, also those that this browser keeps. */
  readonly forget: () => void
}

export function createEditor(start: SavedDashboard, options: EditorOptions = {}): Editor {
  const { kept, keptLabel = '', now = Date.now } = options
  const slot = newSlot()
  const saved = shallowRef(kept ? withKept(start, kept) : start)
  const steps = shallowRef(noSteps(start.draft))
  const isSaving = ref(false)
  const draft = computed(() => steps.value.value)
  const isChanged = computed(() => !isSameDraft(saved.value.draft, draft.value))
  let keeping: ReturnType<typeof setTimeout> | undefined

  function keep() {
    clearTimeout(keeping)
    keeping = undefined
    const { id, revision } = saved.value
    const place = { namespace: session.namespace, id }
    if (isChanged.value)
      return keepDraft(place, slot, {
        ...editedLibrary(saved.value, draft.value),
        at: now(),
        ...(revision !== undefined && { revision }),
      })
    forgetDraft(place, slot)
    return true
  }
  function set(next: typeof steps.value) {
    if (next === steps.value) return
    steps.value = next
    keeping ??= setTimeout(keep, KEEP_MS)
  }
  const change: Editor['change'] = (label, edit, { merge } = {}) => {
    const { library } = draft.value
    const edited = edit(draft.value)
    // What was read from a text knows nothing of the library.
    const next = library && !edited.library ? { ...edited, library } : edited
    set(takeStep(steps.value, label, next, { merge, now: now() }))
  }
  function learn(stored: StoredLibraryPanel) {
    const all = [
      steps.value.value,
      ...[...steps.value.done, ...steps.value.undone].flatMap((step) => [step.before, step.after]),
    ]
    const before = libraryPanel(saved.value.draft, stored.id)
    const isKnown = saved.value.library?.[stored.id]?.revision === stored.revision
    const isEdited = all.some((each) => !isSamePanel(libraryPanel(each, stored.id) ?? before, before))
    if (isKnown || (before && isEdited)) return
    saved.value = withStored(saved.value, stored)
    steps.value = mapSteps(steps.value, (each) => learnPanel(each, stored, before))
  }

  async function saveLibrary(sent: Draft, message: string | undefined) {
    for (const id of libraryPanelsOf(sent.spec)) {
      const stored = saved.value.library?.[id]
      const panel = libraryPanel(sent, id)
      if (stored && panel && !isSamePanel(panel, stored.panel))
        saved.value = withStored(saved.value, await saveLibraryPanel({ ...stored, panel }, message))
    }
  }

  async function save({ message, id = saved.value.id, replaces }: SaveOptions = {}) {
    const sent = draft.value
    const before = saved.value
    isSaving.value = true
    try {
      await saveLibrary(sent, message)
      const isSameId = id === before.id && before.revision !== undefined
      if (isSameId && replaces === undefined && isSameDocument(before.draft, sent)) return void keep()
      const resource = toResource(sent, id, session.namespace)
      const revision = replaces ?? (id === before.id ? before.revision : undefined)
      const stored = await putResource(Dashboard.plural, resource, revision, message)
      forgetDraft({ namespace: session.namespace, id: before.id }, slot)
      const answered = toDraft(stored)
      const { library } = saved.value.draft
      // The same objects as in the draft wherever the host stored them as they were.
      const { library: _, ...document } = isSameDocument(answered, sent) ? sent : answered
      saved.value = {
        ...saved.value,
        id,
        revision: stored.revision,
        draft: { ...document, ...(library && { library }) },
      }
      keep()
    } finally {
      isSaving.value = false
    }
  }

  if (kept) change(keptLabel, () => ({ ...kept.draft, library: { ...start.draft.library, ...kept.draft.library } }))
  return {
    saved,
    draft,
    change,
    undo: () => set(undoStep(steps.value)),
    redo: () => set(redoStep(steps.value)),
    undoLabel: computed(() => steps.value.done.at(-1)?.label),
    redoLabel: computed(() => steps.value.undone.at(-1)?.label),
    isChanged,
    isSaving,
    save,
    learn,
    outdo: (stored) => {
      saved.value = withStored(saved.value, stored)
    },
    discard: (label) => change(label, () => saved.value.draft),
    keep,
    forget: () => {
      steps.value = noSteps(saved.value.draft)
      keep()
    },
  }
}

/** Soon enough that a crash loses little, and not for every letter. */
const KEEP_MS = 300
