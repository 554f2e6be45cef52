import { encode } from '@orrery/frames'
import { interleave, PAIRS, type Figures } from './measure.ts'
import { createDashboard } from './memo/dashboard.ts'

const REFRESHES = 20
const AGAIN = 10

/** Milliseconds of processor time of this thread. */
async function cpuMsOf(task: () => Promise<unknown>): Promise<number> {
  const start = process.threadCpuUsage()
  for (let i = 0; i < AGAIN; i++) await task()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000 / AGAIN
}

/** Refreshes within the time that answers are kept: what is not shaped anew is known. */
async function measureHits(): Promise<Figures> {
  const { refresh, uses } = createDashboard()
  for (let i = 0; i < REFRESHES; i++) await refresh()
  const missed = uses.filter((isKnown) => !isKnown).length / uses.length
  return {
    name: `shaped anew of ${uses.length} panels that ${REFRESHES} refreshes ask for, whose answers are cached`,
    unit: '%',
    ours: [100 * missed],
    goal: { type: 'limit', atMost: 10 },
  }
}

async function measureTime(): Promise<Figures> {
  const { refresh, refreshAnew } = createDashboard()
  const [kept, anew] = [await refresh(), await refreshAnew()]
  const bytesOf = (panels: typeof kept) => Buffer.concat(panels.flat().map((frame) => encode(frame)))
  if (!bytesOf(kept).equals(bytesOf(anew))) throw new Error('What is kept is not what is made anew.')
  const { ours, other } = await interleave(
    PAIRS,
    () => cpuMsOf(refresh),
    () => cpuMsOf(refreshAnew),
  )
  return {
    name: 'a refresh of 10 panels of 50 series of 2,000 points, reduced and sorted',
    unit: 'ms CPU',
    ours,
    other: { name: 'each shaped anew', values: other },
    goal: { type: 'times', atLeast: 5 },
  }
}

export default async (): Promise<Figures[]> => [await measureHits(), await measureTime()]
