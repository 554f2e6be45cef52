import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { HostStats } from '@orrery/kernel'
import type { Metrics } from './metrics.ts'

const RESOLUTION_MS = 20
const NANOS = 1e9

/** Gives each plugin its own view of the host's counters: the delay of the event loop is the mean since its own last read. */
export function createHostStats(metrics: Metrics, running: () => number) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  // What is recorded is the distance of two ticks of a timer; only what goes beyond its period is delay.
  const recorded = () => ({ count: delay.count, seconds: delay.count ? (delay.mean * delay.count) / NANOS : 0 })

  return {
    forPlugin: (): HostStats => {
      let last = recorded()
      let mean = 0
      return {
        read: () => {
          const now = recorded()
          const ticks = now.count - last.count
          if (ticks > 0) mean = Math.max(0, (now.seconds - last.seconds) / ticks - RESOLUTION_MS / 1000)
          last = now
          return {
            ...metrics.totals(),
            queriesRunning: running(),
            eventLoopDelaySeconds: mean,
            residentBytes: process.memoryUsage.rss(),
          }
        },
      }
    },
    close: () => void delay.disable(),
  }
}
