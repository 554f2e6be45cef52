import { Dashboard } from '@orrery/dashboard'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { putResource, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { isSameDraft, toDraft, toResource, type Draft } from './draft.ts'
import { forgetDraft, keepDraft, newSlot, type KeptDraft } from './kept-draft.ts'
import { noSteps, redoStep, takeStep, undoStep } from './steps.ts'

/** What is edited: a stored dashboard, or what a new one begins with. */
export interface SavedDashboard {
  /** `new` for one that is not there yet. */
  readonly id: string
  /** Absent for one that is not there yet. */
  readonly revision?: string
  readonly draft: Draft
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
  /** Saves the draft; what is changed meanwhile stays to be saved. Throws what the host answers: RESOURCE_CONFLICT. */
  readonly save: (options?: SaveOptions) => Promise<Stored>
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
  const saved = shallowRef(kept ? madeOf(start, kept.revision) : start)
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
      return keepDraft(place, slot, { draft: draft.value, at: now(), ...(revision !== undefined && { revision }) })
    forgetDraft(place, slot)
    return true
  }
  function set(next: typeof steps.value) {
    if (next === steps.value) return
    steps.value = next
    keeping ??= setTimeout(keep, KEEP_MS)
  }
  const change: Editor['change'] = (label, edit, { merge } = {}) =>
    set(takeStep(steps.value, label, edit(draft.value), { merge, now: now() }))

  async function save({ message, id = saved.value.id, replaces }: SaveOptions = {}) {
    const sent = draft.value
    const before = saved.value
    isSaving.value = true
    try {
      const resource = toResource(sent, id, session.namespace)
      const revision = replaces ?? (id === before.id ? before.revision : undefined)
      const stored = await putResource(Dashboard.plural, resource, revision, message)
      forgetDraft({ namespace: session.namespace, id: before.id }, slot)
      const answered = toDraft(stored)
      saved.value = {
        id,
        revision: stored.revision,
        // The same objects as in the draft wherever the host stored them as they were.
        draft: isSameDraft(answered, sent) ? sent : answered,
      }
      keep()
      return stored
    } finally {
      isSaving.value = false
    }
  }

  if (kept) change(keptLabel, () => kept.draft)
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

/** What the draft was made of decides whether somebody else has saved meanwhile. */
const madeOf = ({ id, draft }: SavedDashboard, revision: string | undefined): SavedDashboard => ({
  id,
  draft,
  ...(revision !== undefined && { revision }),
})
