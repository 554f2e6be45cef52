/** What the picker offers, in milliseconds; undefined is off. */
export const refreshChoices: readonly (number | undefined)[] = [undefined, 1000, 5000, 10_000, 30_000, 60_000, 300_000]

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
