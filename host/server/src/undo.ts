/** What must be undone at the end, the last first. */
export interface Undo {
  readonly add: (step: () => unknown) => void
  /** Runs every step once, also when one fails; then throws the first failure. */
  readonly run: () => Promise<void>
}

export function createUndo(): Undo {
  const steps: (() => unknown)[] = []
  const runAll = async () => {
    const failures: unknown[] = []
    for (const step of steps.splice(0).reverse())
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    if (failures.length) throw failures[0]
  }
  let running: Promise<void> | undefined
  return { add: (step) => void steps.push(step), run: () => (running ??= runAll()) }
}
