import { expect, it, vi } from 'vitest'

import { createSingleFlight } from './single-flight.ts'

const setup = () => {
  const flights = createSingleFlight<string>()
  const runs: { signal: AbortSignal; resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  const start = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => void runs.push({ signal, resolve, reject }))
  const join = (key = 'k') => {
    const controller = new AbortController()
    return { leave: () => controller.abort(new Error('left')), result: flights.join(key, controller.signal, start) }
  }
  return { runs, join, flights, start }
}

it('runs once for callers that ask at the same time', async () => {
  const { runs, join } = setup()
  const callers = [join(), join(), join('other')]
  expect(runs).toHaveLength(2)
  for (const [i, run] of runs.entries()) run.resolve(`answer ${i}`)
  expect(await Promise.all(callers.map(({ result }) => result))).toEqual(['answer 0', 'answer 0', 'answer 1'])
})

it('goes on for the others when the first caller leaves', async () => {
  const { runs, join } = setup()
  const [first, second] = [join(), join()]
  first.leave()
  await expect(first.result).rejects.toThrow('left')
  expect(runs[0]!.signal.aborted).toBe(false)
  runs[0]!.resolve('answer')
  expect(await second.result).toBe('answer')
})

it('is aborted when the last caller leaves, and begins afresh for the next', async () => {
  const { runs, join } = setup()
  const [first, second] = [join(), join()]
  first.leave()
  second.leave()
  await expect(first.result).rejects.toThrow('left')
  await expect(second.result).rejects.toThrow('left')
  expect(runs[0]!.signal.aborted).toBe(true)

  const third = join()
  runs[0]!.resolve('too late')
  runs[1]!.resolve('afresh')
  expect(await third.result).toBe('afresh')
})

it('gives an error to all that wait for it, and keeps it for nobody else', async () => {
  const { runs, join } = setup()
  const callers = [join(), join()]
  runs[0]!.reject(new Error('down'))
  for (const { result } of callers) await expect(result).rejects.toThrow('down')
  const next = join()
  runs[1]!.resolve('up')
  expect(await next.result).toBe('up')
})

it('does not start for a caller that has left already', async () => {
  const { flights } = setup()
  const start = vi.fn<() => Promise<string>>()
  await expect(flights.join('k', AbortSignal.abort(new Error('left')), start)).rejects.toThrow('left')
  expect(start).not.toHaveBeenCalled()
})
