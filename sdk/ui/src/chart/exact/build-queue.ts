import type { Pyramid } from './pyramid.ts'

const SLICE_MS = 4
const STEP_POINTS = 1 << 16

/** Pyramids that are being built, in the order in which they came, and how many want each. */
const wanted = new Map<Pyramid, number>()
let isPlanned = false

/**
 * Builds a pyramid in slices of a few milliseconds between the page's other work; all charts of a page share one queue.
 * Until it is complete it answers all the same, by looking at points. Gives what takes the wish back: a pyramid that
 * nobody wants any more is not built on.
 */
export function buildPyramid(pyramid: Pyramid): () => void {
  wanted.set(pyramid, (wanted.get(pyramid) ?? 0) + 1)
  plan()
  let isWanted = true
  return () => {
    if (!isWanted) return
    isWanted = false
    const others = (wanted.get(pyramid) ?? 1) - 1
    if (others > 0) wanted.set(pyramid, others)
    else wanted.delete(pyramid)
  }
}

function plan(): void {
  if (isPlanned || wanted.size === 0) return
  isPlanned = true
  // A timer waits longer between slices; it is for browsers that cannot post tasks.
  if ('scheduler' in globalThis) void scheduler.postTask(runSlice)
  else setTimeout(runSlice)
}

function runSlice(): void {
  const start = performance.now()
  isPlanned = false
  for (const pyramid of wanted.keys()) {
    while (!pyramid.advance(STEP_POINTS)) {
      if (performance.now() - start >= SLICE_MS) return plan()
    }
    wanted.delete(pyramid)
  }
}
