/** What was done, and how it was before and after. */
interface Step<T> {
  readonly label: string
  readonly before: T
  readonly after: T
  /** Changes with the same key that follow at once belong to the step. */
  readonly merge: string | undefined
  /** When it was changed last, in ms. */
  readonly at: number
}

/** The steps that led to a value and those that were undone: a value as well, so that it can be held in a ref. */
export interface Steps<T> {
  readonly value: T
  /** The oldest first. */
  readonly done: readonly Step<T>[]
  /** The next to be done again last. */
  readonly undone: readonly Step<T>[]
}

export interface StepOptions {
  /** Changes with the same key that follow at once, as typing and dragging a slider do, are one step. */
  readonly merge?: string | undefined
  /** In ms. */
  readonly now: number
}

const MOST_STEPS = 200
/** Whoever waits longer has begun something new. */
const GESTURE_MS = 2000

export const noSteps = <T>(value: T): Steps<T> => ({ value, done: [], undone: [] })

/** Takes a step; what had been undone cannot be done again then. A step that changes nothing is none. */
export function takeStep<T>(steps: Steps<T>, label: string, after: T, { merge, now }: StepOptions): Steps<T> {
  if (after === steps.value) return steps
  const last = steps.done.at(-1)
  const goesOn =
    last !== undefined &&
    merge !== undefined &&
    last.merge === merge &&
    steps.undone.length === 0 &&
    now - last.at < GESTURE_MS
  const step = { label, before: goesOn ? last.before : steps.value, after, merge, at: now }
  const earlier = goesOn ? steps.done.slice(0, -1) : steps.done
  return { value: after, done: [...earlier, step].slice(-MOST_STEPS), undone: [] }
}

/** All values, those to be undone and redone too, with something changed that is no step of its own. */
export function mapSteps<T>({ value, done, undone }: Steps<T>, change: (value: T) => T): Steps<T> {
  const changed = new Map<T, T>()
  const map = (each: T) => {
    if (!changed.has(each)) changed.set(each, change(each))
    return changed.get(each)!
  }
  const mapStep = (step: Step<T>) => ({ ...step, before: map(step.before), after: map(step.after) })
  return { value: map(value), done: done.map(mapStep), undone: undone.map(mapStep) }
}

export function undoStep<T>(steps: Steps<T>): Steps<T> {
  const step = steps.done.at(-1)
  if (!step) return steps
  return { value: step.before, done: steps.done.slice(0, -1), undone: [...steps.undone, step] }
}

export function redoStep<T>(steps: Steps<T>): Steps<T> {
  const step = steps.undone.at(-1)
  if (!step) return steps
  // What is changed next is a step of its own.
  return { value: step.after, done: [...steps.done, { ...step, merge: undefined }], undone: steps.undone.slice(0, -1) }
}
