import { expect, it, onTestFinished, vi } from 'vitest'
import { intervalOf, startAutoRefresh, watchHidden } from './auto-refresh.ts'

const createPage = () => Object.assign(new EventTarget(), { hidden: false })
const start = (page: EventTarget) => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const refresh = vi.fn<() => void>()
  // Of the document, only what is there is used.
  return { refresh, stop: startAutoRefresh(1000, refresh, page as Document) }
}

it('refreshes by the clock until it is stopped', () => {
  const { refresh, stop } = start(createPage())
  vi.advanceTimersByTime(3500)
  expect(refresh).toHaveBeenCalledTimes(3)
  stop()
  vi.advanceTimersByTime(3500)
  expect(refresh).toHaveBeenCalledTimes(3)
})

it('waits while nobody sees the page, and catches up once when it is seen', () => {
  const page = createPage()
  const { refresh } = start(page)
  page.hidden = true
  vi.advanceTimersByTime(5000)
  expect(refresh).not.toHaveBeenCalled()
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  page.dispatchEvent(new Event('visibilitychange'))
  expect(refresh).toHaveBeenCalledTimes(1)
})

it('tells when the page leaves the screen and comes back, until it is stopped', () => {
  const page = createPage()
  const told: boolean[] = []
  const stop = watchHidden((hidden) => told.push(hidden), page as Document)
  for (const hidden of [true, false]) {
    page.hidden = hidden
    page.dispatchEvent(new Event('visibilitychange'))
  }
  stop()
  page.dispatchEvent(new Event('visibilitychange'))
  expect(told).toEqual([true, false])
})

it('asks beside what is live as often as the dashboard is refreshed by itself', () => {
  expect([intervalOf('live', '30s'), intervalOf('live', undefined)]).toEqual([30_000, 5000])
  expect([intervalOf(1000, '30s'), intervalOf(undefined, '30s')]).toEqual([1000, undefined])
})
