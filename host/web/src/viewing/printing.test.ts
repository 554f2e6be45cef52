// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isPrinting, printPage, watchPrinting } from './printing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('waits until nothing loads, prints, and is over when somebody moves', async () => {
  const print = vi.fn<() => void>()
  vi.stubGlobal('print', print)
  let isLoading = true
  void printPage(() => isLoading)
  await vi.advanceTimersByTimeAsync(2000)
  expect([isPrinting.value, print.mock.calls.length]).toEqual([true, 0])
  isLoading = false
  await vi.advanceTimersByTimeAsync(600)
  expect([isPrinting.value, print.mock.calls.length]).toEqual([true, 1])
  dispatchEvent(new Event('pointermove'))
  expect(isPrinting.value).toBe(false)
})

it('prints what there is when loading takes too long', async () => {
  const print = vi.fn<() => void>()
  vi.stubGlobal('print', print)
  void printPage(() => true)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(print).toHaveBeenCalledOnce()
  dispatchEvent(new Event('afterprint'))
  expect(isPrinting.value).toBe(false)
})

it('draws all for what the browser prints by itself', () => {
  const stop = watchPrinting()
  dispatchEvent(new Event('beforeprint'))
  expect(isPrinting.value).toBe(true)
  dispatchEvent(new Event('afterprint'))
  expect(isPrinting.value).toBe(false)
  stop()
  dispatchEvent(new Event('beforeprint'))
  expect(isPrinting.value).toBe(false)
})
