// @vitest-environment happy-dom
import { Type } from '@orrery/sdk'
import { afterEach, expect, it, vi } from 'vitest'
import { keptOf } from './kept.ts'

const Widths = Type.Record(Type.String(), Type.Number())
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('keeps what was set on a panel, for that panel alone, until it is forgotten', () => {
  keptOf('main', 'cpu')(Widths).set({ a: 120 })
  expect(keptOf('main', 'cpu')(Widths).get()).toEqual({ a: 120 })
  expect(keptOf('main', 'disk')(Widths).get()).toBeUndefined()
  keptOf('main', 'cpu')(Widths).set(undefined)
  expect(localStorage.length).toBe(0)
})

it('passes over what does not fit any more, or is no JSON', () => {
  keptOf('main', 'cpu')(Type.String()).set('wide')
  expect(keptOf('main', 'cpu')(Widths).get()).toBeUndefined()
  localStorage.setItem(localStorage.key(0)!, '{')
  expect(keptOf('main', 'cpu')(Widths).get()).toBeUndefined()
})

it('goes on where the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(() => keptOf('main', 'cpu')(Widths).set({ a: 1 })).not.toThrow()
})
