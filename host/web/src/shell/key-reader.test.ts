import { expect, it, onTestFinished, vi } from 'vitest'
import { createKeyReader, type KeyPress } from './key-reader.ts'

function start(...keys: readonly string[]) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const ran: string[] = []
  const read = createKeyReader(() => keys.map((each) => ({ keys: each, run: () => ran.push(each) })))
  /** Whether the browser is kept from it. */
  const press = (key: string, more: Partial<KeyPress> = {}) => {
    let isTaken = false
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
    read({ ...none, key, preventDefault: () => (isTaken = true), ...more })
    return isTaken
  }
  return { ran, press }
}

it('runs what is bound to one key, and to one after the other', () => {
  const { ran, press } = start('r', 'g h', 'g d')
  expect(['r', 'g', 'h', 'x', 'g', 'd', 'h'].map((key) => press(key))).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
    false,
  ])
  expect(ran).toEqual(['r', 'g h', 'g d'])
})

it('begins anew with what does not go on, and after a while', () => {
  const { ran, press } = start('g h', 'r')
  press('g')
  press('r')
  press('g')
  press('g')
  press('h')
  press('g')
  vi.advanceTimersByTime(2000)
  press('h')
  expect(ran).toEqual(['r', 'g h'])
})

it('does not take the keys of the browser', () => {
  const { ran, press } = start('r', 'mod+k', '?')
  expect([
    press('r', { ctrlKey: true }),
    press('r', { metaKey: true }),
    press('r', { altKey: true }),
    press('k', { ctrlKey: true, shiftKey: true }),
    press('r', { isComposing: true }),
    press('R', { shiftKey: true }),
  ]).toEqual([false, false, false, false, false, false])
  press('K', { metaKey: true })
  press('k', { ctrlKey: true })
  press('Shift', { shiftKey: true })
  press('?', { shiftKey: true })
  expect(ran).toEqual(['mod+k', 'mod+k', '?'])
})

it('goes on with a sequence when Shift is pressed in it', () => {
  const { ran, press } = start('g ?')
  press('g')
  press('Shift', { shiftKey: true })
  press('?', { shiftKey: true })
  expect(ran).toEqual(['g ?'])
})

it('runs the last of those with the same keys', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const ran: string[] = []
  const read = createKeyReader(() => ['host', 'page'].map((of) => ({ keys: 'r', run: () => ran.push(of) })))
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
  read({ ...none, key: 'r', preventDefault() {} })
  expect(ran).toEqual(['page'])
})

it('tells what is held with the shift key from what is not', () => {
  const { ran, press } = start('mod+z', 'mod+shift+z')
  press('z', { ctrlKey: true })
  press('Z', { ctrlKey: true, shiftKey: true })
  press('Z', { shiftKey: true })
  expect(ran).toEqual(['mod+z', 'mod+shift+z'])
})
