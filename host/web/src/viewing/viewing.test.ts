// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { kiosk, readKiosk, useKiosk, writeKiosk, type Kiosk } from './kiosk.ts'
import { useIdle } from './use-idle.ts'
import { useWakeLock } from './use-wake-lock.ts'

it('is a kiosk as the address says, for as long as the page is there', async () => {
  const shown = ref<Kiosk>()
  const scope = effectScope()
  scope.run(() => useKiosk(() => shown.value))
  for (const each of ['full', 'time', undefined] as const) {
    shown.value = readKiosk(writeKiosk(each))
    await nextTick()
    expect(kiosk.value).toBe(each)
  }
  shown.value = 'full'
  await nextTick()
  scope.stop()
  expect(kiosk.value).toBeUndefined()
})

it('is idle when nobody moves anything, whatever is left by Escape', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const scope = effectScope()
  scope.run(() => useIdle(() => true))
  const isIdle = () => document.documentElement.classList.contains('o-idle')
  vi.advanceTimersByTime(2900)
  dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(2900)
  expect(isIdle()).toBe(false)
  vi.advanceTimersByTime(200)
  expect(isIdle()).toBe(true)
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(isIdle()).toBe(true)
  dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }))
  expect(isIdle()).toBe(false)
  vi.advanceTimersByTime(4000)
  scope.stop()
  expect(isIdle()).toBe(false)
})

it('keeps the screen on, again after it was away, and lets it go', async () => {
  const locks: { released: boolean; release: () => Promise<void> }[] = []
  const request = () => {
    const lock = {
      released: false,
      release: async () => {
        lock.released = true
      },
    }
    locks.push(lock)
    return Promise.resolve(lock)
  }
  vi.stubGlobal('navigator', { wakeLock: { request } })
  onTestFinished(() => void vi.unstubAllGlobals())
  const isOn = ref(false)
  const scope = effectScope()
  scope.run(() => useWakeLock(() => isOn.value))
  isOn.value = true
  await vi.waitFor(() => expect(locks).toHaveLength(1))
  await nextTick()
  // A browser lets go of it when the page leaves the screen.
  await locks[0]!.release()
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(locks).toHaveLength(2))
  await nextTick()
  isOn.value = false
  await vi.waitFor(() => expect(locks[1]!.released).toBe(true))
  scope.stop()
})
