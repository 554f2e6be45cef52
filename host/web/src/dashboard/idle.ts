/** However busy the page is, what waits for it to rest comes after this. */
const PATIENCE_MS = 1000

/** Calls `task` once after `delayMs`, as soon as the page has nothing more urgent to do. Returns the stop. */
export function whenIdle(task: () => void, delayMs: number): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    // Not every browser says when it rests.
    if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(task, { timeout: PATIENCE_MS })
    else task()
  }, delayMs)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
