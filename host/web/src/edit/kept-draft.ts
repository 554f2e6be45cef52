import { Dashboard, LibraryPanel } from '@orrery/dashboard'
import { Type, validate } from '@orrery/sdk'
import type { Draft } from './draft.ts'

/** Changes that were not saved when the page was left. */
export interface KeptDraft {
  /** With those panels of the library that were edited, and no others. */
  readonly draft: Draft
  /** The revisions that they were made of. */
  readonly libraryRevisions?: Readonly<Record<string, string>>
  /** The revision that was edited; absent for a dashboard that is not there yet. */
  readonly revision?: string
  /** When it was changed last, in ms since the epoch. */
  readonly at: number
}

/** Where drafts are kept: a dashboard of a namespace; `new` for one that is not there yet. */
export interface DraftPlace {
  readonly namespace: string
  readonly id: string
}

/** One that waits in this browser, with the slot that holds it. */
export interface LeftDraft extends KeptDraft {
  readonly slot: string
}

const Kept = Type.Object({
  draft: Type.Object({
    title: Type.String(),
    folder: Type.Optional(Type.String()),
    labels: Type.Optional(Type.Record(Type.String(), Type.String())),
    spec: Dashboard.spec,
    library: Type.Optional(Type.Record(Type.String(), LibraryPanel.spec)),
  }),
  libraryRevisions: Type.Optional(Type.Record(Type.String(), Type.String())),
  revision: Type.Optional(Type.String()),
  at: Type.Number(),
})

/** Tells this page from all others of the browser, also from what it was before it was loaded anew. */
const PAGE = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
const LOCK = 'orrery-page:'
let slots = 0
let isHeld = false

/** A slot that no other editor writes to, of this page or another: whoever edits twice overwrites nothing. */
export const newSlot = (): string => `${PAGE}.${slots++}`
const pageOf = (slot: string) => slot.slice(0, slot.indexOf('.'))

const prefixOf = ({ namespace, id }: DraftPlace) => `orrery-draft:${namespace}:${id}:`

// Browsers tell of locks only where the connection is safe; elsewhere a draft of an open page counts as left.
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined)

/** Tells other pages, as long as this one is open, that its drafts are its own. */
function holdPage() {
  if (isHeld) return
  isHeld = true
  void locks()?.request(LOCK + PAGE, () => new Promise(() => {}))
}

async function otherPages(): Promise<ReadonlySet<string>> {
  const held = (await locks()?.query())?.held ?? []
  const pages = held.flatMap(({ name = '' }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : []))
  return new Set(pages.filter((page) => page !== PAGE))
}

function read(key: string): KeptDraft | undefined {
  try {
    const text = localStorage.getItem(key)
    const kept = text === null ? undefined : validate(Kept, JSON.parse(text))
    return kept?.ok ? (kept.value as KeptDraft) : undefined
  } catch {
    return undefined
  }
}

/** What editors left behind that are no longer open, the newest first; what can no longer be read is left out. */
export async function leftDrafts(place: DraftPlace): Promise<readonly LeftDraft[]> {
  const open = await otherPages()
  const prefix = prefixOf(place)
  return keysOfStorage()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const slot = key.slice(prefix.length)
      const kept = open.has(pageOf(slot)) ? undefined : read(key)
      return kept ? [{ ...kept, slot }] : []
    })
    .toSorted((a, b) => b.at - a.at)
}

function keysOfStorage(): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
  } catch {
    return []
  }
}

/** Keeps it in this browser until {@link forgetDraft}. False where the browser has no room, or keeps nothing. */
export function keepDraft(place: DraftPlace, slot: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(prefixOf(place) + slot, JSON.stringify(kept))
    holdPage()
    return true
  } catch {
    return false
  }
}

export function forgetDraft(place: DraftPlace, slot: string): void {
  try {
    localStorage.removeItem(prefixOf(place) + slot)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
