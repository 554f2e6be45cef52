import { Dashboard, mergeDashboards } from '@orrery/dashboard'
import { ResourceId, type Choose } from '@orrery/resource'
import { validate } from '@orrery/sdk'
import { useToasts } from '@orrery/ui'
import { ref, shallowRef } from 'vue'
import { ApiError } from '../api/client.ts'
import { getRevision } from '../api/history.ts'
import { getResource } from '../api/resources.ts'
import { toId } from '../datasources/draft.ts'
import { conflictingPanel } from '../library-panels/conflict.ts'
import { loadLibraryPanels, type StoredLibraryPanel } from '../library-panels/stored-panel.ts'
import { toPageProblem, type PageProblem } from '../pages/use-load.ts'
import { t } from '../text.ts'
import { fromText, toDraft, toText, type Draft } from './draft.ts'
import type { Editor } from './editor.ts'

/** What somebody else saved meanwhile. */
export interface Conflict {
  readonly revision: string
  readonly updatedBy: string
  /** What both began with. */
  readonly base: Draft
  readonly theirs: Draft
}

export interface SavingOptions {
  readonly editor: Editor
  /** A new dashboard, or a copy, has this id now; undefined for one that was replaced. */
  readonly onSaved: (created: string | undefined) => void
}

const NEW = 'new'
const MOST_COPIES = 50

/** Saving a dashboard: where it goes, and what is asked when somebody else was first. */
export function useSaving({ editor, onSaved }: SavingOptions) {
  const problem = shallowRef<PageProblem>()
  const conflict = shallowRef<Conflict>()
  /** What somebody else made of a panel of the library meanwhile. */
  const libraryConflict = shallowRef<StoredLibraryPanel>()
  /** What is said of the change. */
  const message = ref('')

  const isNew = editor.saved.value.revision === undefined && editor.saved.value.id === NEW

  async function run(save: () => Promise<void>, created?: string): Promise<boolean> {
    problem.value = undefined
    const { title } = editor.draft.value
    try {
      await save()
      conflict.value = undefined
      useToasts().show(t('{title} is saved.', { title }), { kind: 'ok' })
      onSaved(created)
      return true
    } catch (error) {
      const panel = conflictingPanel(error)
      if (panel !== undefined) {
        await lookAtPanel(panel)
        return false
      }
      if (created === undefined && error instanceof ApiError && error.code === 'RESOURCE_CONFLICT') {
        await look()
        return false
      }
      problem.value = toPageProblem(error)
      return false
    }
  }

  /** Looks at what somebody else saved. */
  async function look() {
    try {
      const { id, revision } = editor.saved.value
      const [stored, base] = await Promise.all([
        getResource(Dashboard.plural, id),
        getRevision(Dashboard.plural, id, revision!),
      ])
      const { updatedBy } = stored
      conflict.value = { revision: stored.revision, updatedBy, base: toDraft(base), theirs: toDraft(stored) }
    } catch (error) {
      problem.value = toPageProblem(error)
    }
  }

  /** Looks at what somebody else made of a panel of the library. */
  async function lookAtPanel(id: string) {
    try {
      const [stored] = await loadLibraryPanels([id])
      if (stored) libraryConflict.value = stored
      else {
        const message = t('The library panel {id} is gone. Unlink it, and save again.', { id })
        problem.value = { message, code: 'RESOURCE_CONFLICT' }
      }
    } catch (error) {
      problem.value = toPageProblem(error)
    }
  }

  /** Saves it under the first id made of its title that none has. */
  async function create(stem: string): Promise<boolean> {
    for (let n = 1; n <= MOST_COPIES; n++) {
      const id = n === 1 && stem !== NEW ? stem : `${stem}-${n + 1}`
      let isTaken = false
      const isDone = await run(
        () =>
          editor.save({ id, message: message.value }).catch((error: unknown) => {
            isTaken = error instanceof ApiError && error.code === 'RESOURCE_EXISTS'
            throw error
          }),
        id,
      )
      if (!isTaken) return isDone
    }
    return false
  }

  const idOf = (title: string) => {
    const id = toId(title)
    return validate(ResourceId, id).ok ? id : 'dashboard'
  }
  return {
    problem,
    conflict,
    libraryConflict,
    message,
    isNew,
    /** Replaces what it was made of; a new one gets an id of its title. */
    save: () => (isNew ? create(idOf(editor.draft.value.title)) : run(() => editor.save({ message: message.value }))),
    /** Saves the draft beside what is there, under its own title. */
    saveCopy: () => {
      const title = t('{title} (copy)', { title: editor.draft.value.title })
      editor.change(t('Save a copy'), (draft) => ({ ...draft, title }))
      return create(idOf(title))
    },
    /** Replaces what somebody else saved, who has looked at it. */
    overwrite: () => run(() => editor.save({ message: message.value, replaces: conflict.value!.revision })),
    /** Takes over what somebody else made of a panel of the library; mine can be had back with undo. */
    takePanel() {
      const stored = libraryConflict.value!
      const { id, panel, metadata } = stored
      editor.outdo(stored)
      editor.change(t('Take over the library panel {title}', { title: metadata.title }), (draft) => ({
        ...draft,
        library: { ...draft.library, [id]: panel },
      }))
      libraryConflict.value = undefined
    },
    /** Replaces what somebody else made of a panel of the library, who has been told of it, with the next save. */
    replacePanel() {
      editor.outdo(libraryConflict.value!)
      libraryConflict.value = undefined
    },
    /** Brings both together, and saves that in place of what somebody else saved. */
    merge(choose: Choose) {
      const { base, theirs, revision } = conflict.value!
      const mine = editor.draft.value
      const merged = mergeDashboards(toText(base), toText(mine), toText(theirs), choose)
      editor.change(t('Bring both together'), () => fromText(merged.value))
      return run(() => editor.save({ message: message.value, replaces: revision }))
    },
  }
}
