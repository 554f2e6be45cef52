import { Type, validate } from '@orrery/sdk'
import { session } from '../api/session.ts'

/** A text of a dashboard that was typed and not applied. */
const Kept = Type.Object({
  format: Type.Union([Type.Literal('json'), Type.Literal('yaml')]),
  text: Type.String(),
})

const keyOf = (id: string) => `orrery-text:${session.namespace}:${id}`

/** What this tab of the browser keeps of the dashboard's text; undefined when there is nothing. */
export function keptText(id: string) {
  try {
    const kept = validate(Kept, JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null'))
    return kept.ok ? kept.value : undefined
  } catch {
    return undefined
  }
}

/** Keeps a text until the tab is closed; undefined forgets it. */
export function keepText(id: string, kept: ReturnType<typeof keptText>): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(id), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(id))
  } catch {
    // A browser without room keeps it no longer than the page shows it.
  }
}
