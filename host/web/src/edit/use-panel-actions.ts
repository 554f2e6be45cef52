import {
  addPanel,
  addSection,
  copyPanel,
  duplicatePanel,
  findSection,
  freePanelId,
  freeSectionId,
  isLibraryPanelUse,
  movePanelToSection,
  panelTitle,
  pastePanel,
  removePanel,
  shownPanels,
  type CopiedPanel,
  type DashboardSpec,
} from '@orrery/dashboard'
import { CodedError } from '@orrery/sdk'
import { useToasts } from '@orrery/ui'
import { session } from '../api/session.ts'
import { loadDatasources } from '../query/datasource-choices.ts'
import { loadLibraryPanels } from '../library-panels/stored-panel.ts'
import { t } from '../text.ts'
import { drawnSpec } from './draft.ts'
import type { Editor } from './editor.ts'
import { newPanel } from './new-panel.ts'
import { copyToClipboard, readFromClipboard } from './panel-clipboard.ts'

/** What people do with the panels of a dashboard that they edit. */
export interface PanelActions {
  /** Opens the editor of a panel. */
  readonly edit: (panel: string) => void
  /** Adds a panel, in a section where one is named, and opens its editor. */
  readonly add: (section?: string) => Promise<void>
  readonly addSection: (type: 'rows' | 'tabs', at?: string) => void
  readonly duplicate: (panel: string) => void
  readonly copy: (panel: string) => Promise<void>
  readonly cut: (panel: string) => Promise<void>
  /** The panel of the clipboard, or the one that is given. */
  readonly paste: (section?: string, copied?: CopiedPanel) => Promise<void>
  readonly remove: (panel: string) => void
  readonly moveTo: (panel: string, section: string) => void
}

export interface PanelActionsOptions {
  readonly editor: () => Editor
  /** Opens the editor of a panel. */
  readonly open: (panel: string) => void
  readonly select: (panel: string | undefined) => void
  readonly announce: (text: string) => void
}

export function usePanelActions({ editor, open, select, announce }: PanelActionsOptions): PanelActions {
  const spec = () => editor().draft.value.spec
  const titleOf = (panel: string) => panelTitle(drawnSpec(editor().draft.value), panel)
  const change = (label: string, next: (spec: DashboardSpec) => DashboardSpec) => {
    editor().change(label, (draft) => {
      const changed = next(draft.spec)
      return changed === draft.spec ? draft : { ...draft, spec: changed }
    })
    announce(label)
  }
  /** The panel that keys go on with when one is gone: the next one, or the one before. */
  const neighbourOf = (panel: string) => {
    const shown = shownPanels(spec().layout)
    const at = shown.indexOf(panel)
    return shown[at + 1] ?? shown[at - 1]
  }
  const remove = (panel: string) => {
    const title = titleOf(panel)
    const next = neighbourOf(panel)
    change(t('Remove panel {title}', { title }), (now) => removePanel(now, panel))
    select(next)
    useToasts().show(t('Panel {title} is removed. Undo brings it back.', { title }))
  }
  const copied = (panel: string) => {
    const found = copyPanel(spec(), panel)
    if (!found)
      throw new CodedError('EditorError', 'PANEL_NOT_SHOWN', 404, t('The dashboard does not show this panel.'), {
        panel,
      })
    return found
  }

  return {
    edit: open,
    async add(section) {
      const panel = newPanel(spec(), await loadDatasources(session.namespace, new AbortController().signal))
      if (!panel) {
        const message = t('No installed plugin draws panels. Install one first.')
        throw new CodedError('PluginError', 'PANEL_TYPE_MISSING', 404, message, {})
      }
      const id = freePanelId(spec(), 'panel')
      change(t('Add a panel'), (now) => addPanel(now, id, panel, { section }))
      select(id)
      open(id)
    },
    addSection(type, at) {
      const title = type === 'rows' ? t('New row') : t('New tab')
      const label = type === 'rows' ? t('Add a row') : t('Add a tab')
      const rest = type === 'rows' ? t('Row') : t('Tab')
      change(label, (now) => {
        const section = { id: freeSectionId(now, type === 'rows' ? 'row' : 'tab'), title }
        const first = { id: freeSectionId(now, `${section.id}-first`), title: rest }
        return addSection(now, { type, section, rest: first, at })
      })
    },
    duplicate(panel) {
      const id = freePanelId(spec(), panel)
      change(t('Duplicate panel {title}', { title: titleOf(panel) }), (now) => duplicatePanel(now, panel, id))
      select(id)
    },
    async copy(panel) {
      await copyToClipboard(copied(panel))
      announce(t('Copied panel {title}', { title: titleOf(panel) }))
    },
    async cut(panel) {
      await copyToClipboard(copied(panel))
      const next = neighbourOf(panel)
      change(t('Cut panel {title}', { title: titleOf(panel) }), (now) => removePanel(now, panel))
      select(next)
    },
    async paste(section, given) {
      const clip = given ?? (await readFromClipboard())
      const { panel } = clip
      const [stored] = isLibraryPanelUse(panel) ? await loadLibraryPanels([panel.library]) : []
      if (stored) editor().learn(stored)
      const title = panel.title || (stored?.panel.title ?? '')
      const id = freePanelId(spec(), title)
      change(t('Paste panel {title}', { title: title || id }), (now) => pastePanel(now, id, clip, section))
      select(id)
    },
    remove,
    moveTo(panel, section) {
      const title = findSection(spec().layout, section)?.title || section
      change(t('Move panel {title} to {section}', { title: titleOf(panel), section: title }), (now) =>
        movePanelToSection(now, panel, section),
      )
      select(panel)
    },
  }
}
