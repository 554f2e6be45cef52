import { parseDuration } from '@orrery/sdk'

/** Milliseconds between refreshes, or `live`: as it happens. Undefined is off. */
export type Refresh = number | 'live' | undefined

const BESIDE_LIVE_MS = 5000

/** How often is asked again: when live, what cannot be followed, as often as the dashboard is refreshed by itself. */
export const intervalOf = (refresh: Refresh, saved: string | undefined): number | undefined =>
  refresh === 'live' ? ((saved === undefined ? undefined : parseDuration(saved)) ?? BESIDE_LIVE_MS) : refresh

/** Calls back when the page leaves the screen, and when it is shown again. Returns the stop. */
export function watchHidden(callback: (hidden: boolean) => void, page: Document = document): () => void {
  const onVisibility = () => callback(page.hidden)
  page.addEventListener('visibilitychange', onVisibility)
  return () => page.removeEventListener('visibilitychange', onVisibility)
}

/**
 * Calls `refresh` every `ms` while the page is on the screen; a tick that was missed meanwhile comes as soon as the page is
 * shown again. Returns the stop.
 */
export function startAutoRefresh(ms: number, refresh: () => void, page: Document = document): () => void {
  let missed = false
  const timer = setInterval(() => (page.hidden ? (missed = true) : refresh()), ms)
  const onVisibility = () => {
    if (page.hidden || !missed) return
    missed = false
    refresh()
  }
  page.addEventListener('visibilitychange', onVisibility)
  return () => {
    clearInterval(timer)
    page.removeEventListener('visibilitychange', onVisibility)
  }
}
