import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { copyToClipboard, parseClip, readFromClipboard, toClip } from './panel-clipboard.ts'
import { panelOf } from './testing.ts'

const copied = { panel: panelOf('CPU'), item: { w: 8, h: 6 } }
let clipboard: { text: string; refuses: boolean }
beforeEach(() => {
  clipboard = { text: '', refuses: false }
  const refusal = () => Promise.reject(new DOMException('No', 'NotAllowedError'))
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: (text: string) => (clipboard.refuses ? refusal() : Promise.resolve((clipboard.text = text))),
      readText: () => (clipboard.refuses ? refusal() : Promise.resolve(clipboard.text)),
    },
  })
  onTestFinished(() => void vi.unstubAllGlobals())
})

it('reads what it wrote', async () => {
  await copyToClipboard(copied)
  expect(JSON.parse(clipboard.text)).toMatchObject({ orrery: 'panel', panel: { title: 'CPU' } })
  expect(await readFromClipboard()).toEqual(copied)
})

it('knows the last panel where the browser refuses the clipboard', async () => {
  clipboard.refuses = true
  await copyToClipboard(copied)
  expect(await readFromClipboard()).toEqual(copied)
})

it('works on a page to which the browser gives no clipboard', async () => {
  vi.stubGlobal('navigator', {})
  await copyToClipboard(copied)
  expect(await readFromClipboard()).toEqual(copied)
})

it.each([
  ['words', 'hello'],
  ['other JSON', '{"orrery":"dashboard"}'],
  ['a panel of nothing', JSON.stringify({ ...JSON.parse(toClip(copied)), panel: {} })],
])('refuses %s, and says why', (_, text) => {
  expect(() => parseClip(text)).toThrow(expect.objectContaining({ code: 'PANEL_PASTE_INVALID' }))
})
