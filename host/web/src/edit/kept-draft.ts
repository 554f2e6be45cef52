import { Dashboard } from '@orrery/dashboard'
import { Type, validate } from '@orrery/sdk'
import type { Draft } from './draft.ts'

/** Changes that were not saved when the page was left. */
export interface KeptDraft {
  readonly draft: Draft
  /** The revision that was edited; absent for a dashboard that is not there yet. */
  readonly revision?: string
  /** When it was changed last, in ms since the epoch. */
  readonly at: number
}

/** Where it is kept: a dashboard of a namespace; `new` for one that is not there yet. */
export interface DraftPlace {
  readonly namespace: string
  readonly id: string
}

const keyOf = ({ namespace, id }: DraftPlace) => `orrery-draft:${namespace}:${id}`

const Kept = Type.Object({
  draft: Type.Object({
    title: Type.String(),
    folder: Type.Optional(Type.String()),
    labels: Type.Optional(Type.Record(Type.String(), Type.String())),
    spec: Dashboard.spec,
  }),
  revision: Type.Optional(Type.String()),
  at: Type.Number(),
})

/** Undefined when nothing is kept, and when it can no longer be read. */
export function keptDraft(place: DraftPlace): KeptDraft | undefined {
  try {
    const text = localStorage.getItem(keyOf(place))
    const kept = text === null ? undefined : validate(Kept, JSON.parse(text))
    return kept?.ok ? (kept.value as KeptDraft) : undefined
  } catch {
    return undefined
  }
}

/** Keeps it in this browser until {@link forgetDraft}. False where the browser has no room, or keeps nothing. */
export function keepDraft(place: DraftPlace, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export const forgetDraft = (place: DraftPlace): void => localStorage.removeItem(keyOf(place))
