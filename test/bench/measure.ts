/** What a figure must reach; a figure that misses it fails the bench. */
export type Goal =
  /** Ours is at most this share of the other. */
  | { readonly type: 'share'; readonly atMost: number }
  /** The other is at least so many times ours. */
  | { readonly type: 'times'; readonly atLeast: number }
  /** Ours is at most this, in the figure's own unit. */
  | { readonly type: 'limit'; readonly atMost: number }

/** Figures of one thing, in the order in which they were taken. */
export interface Figures {
  readonly name: string
  readonly unit: string
  readonly ours: readonly number[]
  /** A peer or a floor, taken in turn with ours; absent for a figure that stands alone. */
  readonly other?: { readonly name: string; readonly values: readonly number[] }
  readonly goal?: Goal
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Pairs that a median is taken of. */
export const PAIRS = 9

/** Runs both sides in turn, so that whatever else the machine does falls on both. */
export async function interleave(
  pairs: number,
  ours: () => number | Promise<number>,
  other: () => number | Promise<number>,
): Promise<{ ours: number[]; other: number[] }> {
  const taken = { ours: [] as number[], other: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    taken.ours.push(await ours())
    taken.other.push(await other())
  }
  return taken
}

const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.()

/**
 * Milliseconds of processor time of this thread that one run of the task takes; garbage of before is collected first, and
 * a short task is repeated until it is far above the clock's noise. The bench runs with --expose-gc.
 */
export function cpuMs(task: () => unknown, atLeastMs = 20): number {
  collectGarbage()
  const start = process.threadCpuUsage()
  let runs = 0
  for (;;) {
    task()
    runs++
    const { user, system } = process.threadCpuUsage(start)
    const ms = (user + system) / 1000
    if (ms >= atLeastMs) return ms / runs
  }
}

/** The figures of both sides in processor time, after a run of each that only warms up. */
export async function compareCpu(ours: () => unknown, other: () => unknown, pairs = PAIRS) {
  ours()
  other()
  return interleave(
    pairs,
    () => cpuMs(ours),
    () => cpuMs(other),
  )
}

/** The ratio that the goal speaks of, and whether it is reached. */
export function verdictOf({ ours, other, goal }: Figures): {
  readonly ratio: number | undefined
  readonly good: boolean
} {
  const mine = median(ours)
  const ratio = other && mine / median(other.values)
  if (!goal) return { ratio, good: true }
  if (goal.type === 'limit') return { ratio, good: mine <= goal.atMost }
  if (ratio === undefined) return { ratio, good: false }
  return { ratio, good: goal.type === 'share' ? ratio <= goal.atMost : 1 / ratio >= goal.atLeast }
}
