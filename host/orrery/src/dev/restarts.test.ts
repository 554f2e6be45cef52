import { expect, it } from 'vitest'
import { createRestarts } from './restarts.ts'

it('never runs two, and joins the calls that come during a start', async () => {
  const events: string[] = []
  let count = 0
  const restarts = createRestarts(
    async () => {
      const id = ++count
      events.push(`start ${id}`)
      await Promise.resolve()
      return { close: async () => void events.push(`close ${id}`) }
    },
    (error) => void events.push(String(error)),
  )
  const first = restarts.restart()
  await Promise.resolve()
  await Promise.all([first, restarts.restart(), restarts.restart()])
  await restarts.stop()
  expect(events).toEqual(['start 1', 'close 1', 'start 2', 'close 2'])
})

it('reports a failed start and starts at the next call', async () => {
  const events: unknown[] = []
  let works = false
  const restarts = createRestarts(
    () => (works ? Promise.resolve({ close: async () => void events.push('close') }) : Promise.reject(new Error('no'))),
    (error) => void events.push(error),
  )
  await restarts.restart()
  works = true
  await restarts.restart()
  await restarts.stop()
  expect(events).toEqual([new Error('no'), 'close'])
})
