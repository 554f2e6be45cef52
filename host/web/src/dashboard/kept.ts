import { validate, type PanelPage } from '@orrery/sdk'
import { session } from '../api/session.ts'

/** What viewers set by hand on the panel of a dashboard, in this browser. */
export const keptOf =
  (dashboard: string, panel: string): PanelPage['kept'] =>
  (schema) => {
    // Whoever else uses the browser has set other things.
    const key = () => `orrery-panel ${session.user?.id ?? ''} ${dashboard} ${panel}`
    return {
      get() {
        try {
          const read = validate(schema, JSON.parse(localStorage.getItem(key()) ?? 'null'))
          return read.ok ? read.value : undefined
        } catch {
          return undefined
        }
      },
      set(value) {
        try {
          if (value === undefined) localStorage.removeItem(key())
          else localStorage.setItem(key(), JSON.stringify(value))
        } catch {
          // A browser without room, or that keeps nothing, forgets it: it is kept for comfort only.
        }
      },
    }
  }
