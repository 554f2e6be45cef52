import { ref, shallowRef } from 'vue'

/** What a player plays: entries that take their time, and what becomes of them on the page. */
export interface PlayerOptions<Entry extends { readonly ms: number }, Shown> {
  /** What is to be played, asked for anew with each step: somebody may change it. */
  readonly list: (signal: AbortSignal) => Promise<readonly Entry[]>
  readonly load: (entry: Entry, signal: AbortSignal) => Promise<Shown>
  /** Takes away what was shown, and shows this; `at` counts from 0. */
  readonly show: (shown: Shown, at: number, entry: Entry) => Promise<void>
  /** An entry cannot be shown: the next one is. */
  readonly onSkip: (entry: Entry, error: unknown) => void
}

/** After this, when nothing could be shown, everything is tried again. */
const RETRY_MS = 30_000

/** Plays entries one after the other and from the beginning again; one is there at a time. */
export function createPlayer<Entry extends { readonly ms: number }, Shown>(options: PlayerOptions<Entry, Shown>) {
  const { list, load, show, onSkip } = options
  const at = ref(0)
  const entries = shallowRef<readonly Entry[]>()
  const isPaused = ref(false)
  /** Why nothing new is shown. */
  const problem = shallowRef<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let step = new AbortController()

  function wait(ms: number) {
    clearTimeout(timer)
    if (!isPaused.value) timer = setTimeout(next, ms)
  }

  /** Shows the first entry from there on that can be shown; answers how long it stays. */
  async function showFrom(from: number, direction: 1 | -1, signal: AbortSignal): Promise<number> {
    const all = await list(signal)
    if (signal.aborted) return RETRY_MS
    entries.value = all
    const { length } = all
    let failure: unknown
    for (let tried = 0; tried < length; tried++) {
      const place = (((from + tried * direction) % length) + length) % length
      const entry = all[place]!
      try {
        const shown = await load(entry, signal)
        if (!signal.aborted) await show(shown, place, entry)
        at.value = place
        return entry.ms
      } catch (error) {
        if (signal.aborted) return RETRY_MS
        onSkip(entry, error)
        failure = error
      }
    }
    if (length > 0) throw failure
    return RETRY_MS
  }

  async function go(from: number, direction: 1 | -1) {
    clearTimeout(timer)
    step.abort()
    step = new AbortController()
    const { signal } = step
    let ms = RETRY_MS
    try {
      ms = await showFrom(from, direction, signal)
      if (!signal.aborted) problem.value = undefined
    } catch (error) {
      if (!signal.aborted) problem.value = error
    }
    if (!signal.aborted) wait(ms)
  }
  const next = () => void go(at.value + 1, 1)

  return {
    /** Of the entry that is shown. */
    at,
    /** Undefined until they are known. */
    entries,
    isPaused,
    problem,
    start: (from: number) => void go(from, 1),
    next,
    previous: () => void go(at.value - 1, -1),
    /** Stays, or goes on with what is shown for its whole time. */
    pause(paused: boolean) {
      isPaused.value = paused
      wait(entries.value?.[at.value]?.ms ?? RETRY_MS)
    },
    stop() {
      step.abort()
      clearTimeout(timer)
    },
  }
}
