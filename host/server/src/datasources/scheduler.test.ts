import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLog } from '../log/log.ts'
import { createScheduler } from './scheduler.ts'

const lines: string[] = []
const make = () => createScheduler(createLog({ write: (line) => void lines.push(line) }))
beforeEach(() => {
  lines.length = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('runs a task again and again until it is stopped', async () => {
  const scheduler = make()
  let runs = 0
  const stop = scheduler.every(100, () => void runs++)
  await vi.advanceTimersByTimeAsync(350)
  expect(runs).toBe(3)
  stop()
  await vi.advanceTimersByTimeAsync(500)
  expect(runs).toBe(3)
})

it('never runs two at once, and goes on when the slow one is done', async () => {
  const scheduler = make()
  let running = 0
  let most = 0
  let runs = 0
  scheduler.every(100, async () => {
    most = Math.max(most, ++running)
    runs++
    await new Promise((resolve) => setTimeout(resolve, 250))
    running--
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect(most).toBe(1)
  expect(runs).toBeGreaterThan(2)
  scheduler.close()
})

it('logs a failure and runs again', async () => {
  const scheduler = make()
  let runs = 0
  scheduler.every(100, () => {
    runs++
    throw new Error('no disk')
  })
  await vi.advanceTimersByTimeAsync(250)
  expect(runs).toBe(2)
  expect(lines.join()).toContain('no disk')
  scheduler.close()
  await vi.advanceTimersByTimeAsync(500)
  expect(runs).toBe(2)
})
