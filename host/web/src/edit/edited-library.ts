import type { PanelSpec } from '@orrery/dashboard'
import { canonicalText } from '@orrery/resource'
import type { StoredLibraryPanel } from '../library-panels/stored-panel.ts'
import { libraryPanel, type Draft } from './draft.ts'
import type { SavedDashboard } from './editor.ts'
import type { KeptDraft } from './kept-draft.ts'

// Panels of the library are edited with the dashboard that shows them: a draft holds them as it holds its own.

const textOf = (spec: unknown) =>
  canonicalText({ apiVersion: 'x', kind: 'x', namespace: 'x', id: 'x', metadata: { title: 'x' }, spec })

/** Whether two panels say the same, however their objects are ordered. */
export const isSamePanel = (a: PanelSpec | undefined, b: PanelSpec | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && textOf(a) === textOf(b))

const withText = (draft: Draft, id: string, panel: PanelSpec): Draft => ({
  ...draft,
  library: { ...draft.library, [id]: panel },
})

/** With a panel of the library as the host has it now. */
export const withStored = (saved: SavedDashboard, stored: StoredLibraryPanel): SavedDashboard => ({
  ...saved,
  draft: withText(saved.draft, stored.id, stored.panel),
  library: { ...saved.library, [stored.id]: stored },
})

/** A draft that knows a panel of the library as it is now, unless it holds another than the one `before`. */
export function learnPanel(draft: Draft, { id, panel }: StoredLibraryPanel, before: PanelSpec | undefined): Draft {
  const held = libraryPanel(draft, id)
  return held && !isSamePanel(held, before) ? draft : withText(draft, id, panel)
}

/** A draft with only those panels of the library that differ from what is saved, and the revisions they were made of. */
export function editedLibrary(
  { library = {} }: SavedDashboard,
  { library: texts = {}, ...draft }: Draft,
): Pick<KeptDraft, 'draft' | 'libraryRevisions'> {
  const edited = Object.entries(texts).filter(([id, panel]) => library[id] && !isSamePanel(panel, library[id].panel))
  if (edited.length === 0) return { draft }
  return {
    draft: { ...draft, library: Object.fromEntries(edited) },
    libraryRevisions: Object.fromEntries(edited.map(([id]) => [id, library[id]!.revision])),
  }
}

/** What is saved, as it was when the draft was made of it: that decides whether somebody else has saved meanwhile. */
export function withKept(
  { id, draft, library = {} }: SavedDashboard,
  { revision, libraryRevisions = {} }: KeptDraft,
): SavedDashboard {
  const then = Object.entries(library).map(([id, stored]) => [
    id,
    { ...stored, revision: libraryRevisions[id] ?? stored.revision },
  ])
  return { id, draft, library: Object.fromEntries(then), ...(revision !== undefined && { revision }) }
}
