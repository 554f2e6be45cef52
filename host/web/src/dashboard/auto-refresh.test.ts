import { expect, it, onTestFinished, vi } from 'vitest'
import { startAutoRefresh } from './auto-refresh.ts'

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
