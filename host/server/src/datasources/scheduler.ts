import type { Logger, Scheduler } from '@orrery/kernel'

/** A scheduler and the end of all its tasks. */
export interface ClosableScheduler extends Scheduler {
  readonly close: () => void
}

export function createScheduler(log: Logger): ClosableScheduler {
  const stops = new Set<() => void>()
  return {
    every: (intervalMs, task) => {
      let running = false
      const run = async () => {
        if (running) return
        running = true
        try {
          await task()
        } catch (error) {
          log.error('A scheduled task failed; it runs again at its next time.', { error })
        } finally {
          running = false
        }
      }
      const timer = setInterval(() => void run(), intervalMs)
      const stop = () => {
        clearInterval(timer)
        stops.delete(stop)
      }
      stops.add(stop)
      return stop
    },
    close: () => {
      for (const stop of stops) stop()
    },
  }
}
