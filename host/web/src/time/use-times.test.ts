// @vitest-environment happy-dom
import { effectScope, nextTick, shallowReactive } from 'vue'
import { expect, it, onTestFinished, vi } from 'vitest'
import { useTimes, type TimeSettings, type TimesChange } from './use-times.ts'

const now = Date.parse('2026-11-18T10:00:00Z')
const minute = 60_000

function start(settings: TimeSettings = {}, time = { from: 'now-1h', to: 'now' }) {
  vi.useFakeTimers({ now })
  const scope = effectScope()
  onTestFinished(() => {
    scope.stop()
    vi.useRealTimers()
  })
  const page = shallowReactive({ time, zone: undefined as string | undefined, refresh: undefined, settings })
  const set = (change: TimesChange) => void Object.assign(page, change)
  const times = scope.run(() =>
    useTimes({
      time: () => page.time,
      zone: () => page.zone,
      ownZone: () => 'UTC',
      refresh: () => page.refresh,
      settings: () => page.settings,
      follows: true,
      set,
    }),
  )!
  return {
    page,
    times,
    iso: () => [times.range.value.from, times.range.value.to].map((ms) => new Date(ms).toISOString()),
  }
}

it('reads the range by the calendar of the page, and anew when that changes', async () => {
  const { page, iso } = start({ weekStart: 'sunday' }, { from: 'now/w', to: 'now' })
  expect(iso()[0]).toBe('2026-11-15T00:00:00.000Z')
  page.settings = { weekStart: 'monday' }
  await nextTick()
  expect(iso()[0]).toBe('2026-11-16T00:00:00.000Z')
  page.zone = 'Asia/Tokyo'
  await nextTick()
  expect(iso()[0]).toBe('2026-11-15T15:00:00.000Z')
})

it('ends so much before now as now is delayed, and is not live then', () => {
  expect(start({ nowDelay: '5m' }).times.range.value).toEqual({ from: now - 65 * minute, to: now - 5 * minute })
  expect(start({ nowDelay: '5m' }).times.canLive.value).toBe(false)
  expect(start().times.canLive.value).toBe(true)
})

it('moves and zooms what is shown', async () => {
  const { times } = start({}, { from: String(now), to: String(now + 4 * minute) })
  const after = async (change: () => void) => {
    change()
    await nextTick()
    return [times.range.value.from - now, times.range.value.to - now].map((ms) => ms / minute)
  }
  expect(await after(() => times.pan(0.5))).toEqual([2, 6])
  expect(await after(times.zoomIn)).toEqual([3, 5])
  expect(await after(times.zoomOut)).toEqual([2, 6])
})

it('stays at a range that the clock has overtaken', () => {
  const end = String(now + minute)
  const { times, iso } = start({}, { from: 'now', to: end })
  const before = iso()
  vi.setSystemTime(now + 2 * minute)
  times.advance()
  expect(iso()).toEqual(before)
})
