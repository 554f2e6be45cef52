import type { LocationQueryRaw } from 'vue-router'
import { Type, validate } from '@orrery/sdk'

const KEY = 'orrery-explore'
const Kept = Type.Record(Type.String(), Type.String())

/** What was last explored in this tab, as an address; empty when nothing was. */
export function keptDrafts(): Readonly<Record<string, string>> {
  try {
    const kept = validate(Kept, JSON.parse(sessionStorage.getItem(KEY) ?? '{}'))
    return kept.ok ? kept.value : {}
  } catch {
    return {}
  }
}

/** Keeps it until the tab is closed. */
export function keepDrafts(address: LocationQueryRaw): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(address))
  } catch {
    // A browser without room, or that keeps nothing, forgets it: it is kept for comfort only.
  }
}
