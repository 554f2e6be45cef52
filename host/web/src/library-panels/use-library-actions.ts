import {
  addPanel,
  freePanelId,
  isLibraryPanelUse,
  panelEntry,
  panelTitle,
  setPanel,
  type PanelSpec,
} from '@orrery/dashboard'
import { CodedError } from '@orrery/sdk'
import { useToasts } from '@orrery/ui'
import { ref, type Ref } from 'vue'
import { ApiError } from '../api/client.ts'
import { toId } from '../datasources/draft.ts'
import { drawnSpec } from '../edit/draft.ts'
import type { Editor } from '../edit/editor.ts'
import { t } from '../text.ts'
import { loadLibraryPanels, saveLibraryPanel, type StoredLibraryPanel } from './stored-panel.ts'

/** A panel of the library is chosen, or this panel of the dashboard is put there. */
export type LibraryDialog =
  | { readonly type: 'add'; readonly section?: string }
  | { readonly type: 'keep'; readonly panel: string }

/** What people do with panels of the library on a dashboard that they edit. */
export interface LibraryActions {
  /** The dialog that is open. */
  readonly libraryDialog: Ref<LibraryDialog | undefined>
  readonly openLibrary: (dialog: LibraryDialog) => void
  /** Shows a panel of the library here too, in a section where one is named. */
  readonly addFromLibrary: (library: string, section?: string) => Promise<void>
  /** Puts a panel into the library under this title; the dashboard shows it from there. */
  readonly keepInLibrary: (panel: string, title: string) => Promise<void>
  /** Makes a panel of the library one of this dashboard's own. */
  readonly unlink: (panel: string) => void
}

export interface LibraryActionsOptions {
  readonly editor: () => Editor
  readonly select: (panel: string) => void
  readonly announce: (text: string) => void
}

const MOST_OF_A_NAME = 100

/** Creates it under the first id made of its title that none has. */
async function create(title: string, panel: PanelSpec): Promise<StoredLibraryPanel> {
  const stem = toId(title) || 'panel'
  for (let n = 1; ; n++)
    try {
      return await saveLibraryPanel({ id: n === 1 ? stem : `${stem}-${n}`, metadata: { title }, panel })
    } catch (error) {
      if (n === MOST_OF_A_NAME || !(error instanceof ApiError && error.code === 'RESOURCE_EXISTS')) throw error
    }
}

export function useLibraryActions({ editor, select, announce }: LibraryActionsOptions): LibraryActions {
  const draft = () => editor().draft.value
  const titleOf = (panel: string) => panelTitle(drawnSpec(draft()), panel)

  const libraryDialog = ref<LibraryDialog>()

  return {
    libraryDialog,
    openLibrary: (dialog) => (libraryDialog.value = dialog),
    async addFromLibrary(library, section) {
      const [stored] = await loadLibraryPanels([library])
      if (!stored)
        throw new CodedError(
          'EditorError',
          'LIBRARY_PANEL_NOT_FOUND',
          404,
          t('The library panel {id} is gone. Choose another.', { id: library }),
          { id: library },
        )
      editor().learn(stored)
      const { title } = stored.metadata
      const id = freePanelId(draft().spec, title)
      const label = t('Add library panel {title}', { title })
      editor().change(label, (now) => ({ ...now, spec: addPanel(now.spec, id, { library }, { section }) }))
      select(id)
      announce(label)
    },
    async keepInLibrary(panel, title) {
      const entry = panelEntry(draft().spec, panel)
      if (!entry || isLibraryPanelUse(entry)) return
      const stored = await create(title, entry)
      editor().learn(stored)
      const label = t('Save panel {title} to the library', { title: titleOf(panel) })
      editor().change(label, (now) => ({ ...now, spec: setPanel(now.spec, panel, { library: stored.id }) }))
      announce(label)
      useToasts().show(t('{title} is in the library. Save the dashboard to show it from there.', { title }), {
        kind: 'ok',
      })
    },
    unlink(panel) {
      const own = drawnSpec(draft()).panels[panel]
      if (!own) return
      const label = t('Unlink panel {title} from the library', { title: titleOf(panel) })
      editor().change(label, (now) => ({ ...now, spec: setPanel(now.spec, panel, own) }))
      announce(label)
    },
  }
}
