// @vitest-environment happy-dom
import type { PanelSpec } from '@orrery/dashboard'
import { expect, it, onTestFinished, vi } from 'vitest'
import { preloadViews } from './preload.ts'
import { install } from './testing.ts'

const panel: PanelSpec = { type: 'demo', title: 'A panel', queries: [], options: {} }

it('loads the view of each type of panel once', async () => {
  const loaded = vi.fn<() => void>()
  vi.stubGlobal('loaded', loaded)
  onTestFinished(() => void vi.unstubAllGlobals())
  install('globalThis.loaded(); export default () => "drawn"')
  preloadViews({ panels: { a: panel, b: panel, c: { ...panel, type: 'missing' } } })
  await vi.waitFor(() => expect(loaded).toHaveBeenCalledTimes(1))
})

it('leaves it to the panels to say what cannot be loaded', async () => {
  const loaded = vi.fn<() => void>()
  vi.stubGlobal('loaded', loaded)
  onTestFinished(() => void vi.unstubAllGlobals())
  install('globalThis.loaded(); throw new Error("no view")')
  preloadViews({ panels: { a: panel } })
  await vi.waitFor(() => expect(loaded).toHaveBeenCalledTimes(1))
})
