// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { expect, it, onTestFinished, vi } from 'vitest'
import { useCommands } from './commands.ts'
import { listenToKeys, shortcuts, switchKeys } from './shortcuts.ts'

function start() {
  const ran: string[] = []
  const scope = effectScope(true)
  const one = (keys: string) => ({ keys, title: keys, group: 'All', run: () => ran.push(keys) })
  scope.run(() => useCommands(() => ['r', 'mod+k', 'Escape'].map(one)))
  const stop = listenToKeys()
  document.body.innerHTML = ''
  onTestFinished(() => {
    scope.stop()
    stop()
    switchKeys(true)
  })
  const press = (key: string, more: object = {}, target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    target.dispatchEvent(event)
    return event
  }
  const add = (html: string) => {
    document.body.insertAdjacentHTML('beforeend', html)
    return document.body.lastElementChild!
  }
  return { ran, press, add, scope }
}

it('works wherever the focus is, and keeps the browser from it', () => {
  const { ran, press } = start()
  expect([press('r').defaultPrevented, press('x').defaultPrevented]).toEqual([true, false])
  press('r', { repeat: true })
  expect(ran).toEqual(['r'])
})

it('leaves keys to whoever types, except those with Ctrl', () => {
  const { ran, press, add } = start()
  for (const html of ['<input>', '<textarea></textarea>', '<div contenteditable></div>', '<p role="combobox"></p>'])
    press('r', {}, add(html))
  expect(ran).toEqual([])
  press('k', { ctrlKey: true }, add('<input>'))
  press('r', {}, add('<input type="checkbox">'))
  expect(ran).toEqual(['mod+k', 'r'])
})

it('does nothing below an open dialog, nor with what somebody else took', () => {
  const { ran, press, add } = start()
  const take = (event: Event) => event.preventDefault()
  document.body.addEventListener('keydown', take)
  press('r')
  document.body.removeEventListener('keydown', take)
  add('<div role="dialog" data-state="open"></div>')
  press('r')
  press('k', { ctrlKey: true })
  expect(ran).toEqual([])
})

it('can be switched off but for those with Ctrl', () => {
  const { ran, press } = start()
  switchKeys(false)
  press('r')
  press('k', { metaKey: true })
  press('Escape')
  expect([ran, localStorage.getItem('orrery-keys')]).toEqual([['mod+k', 'Escape'], 'off'])
})

it('goes with the page that brought it', async () => {
  const { ran, press, scope } = start()
  expect(shortcuts.value.map(({ keys }) => keys)).toEqual(['r', 'mod+k', 'Escape'])
  scope.stop()
  press('r')
  await vi.waitFor(() => expect([ran, shortcuts.value]).toEqual([[], []]))
})

it('leaves what text fields do by themselves to them, and what is only told of to others', () => {
  const { ran, press, add, scope } = start()
  const command = (keys: string, more: object) => ({
    keys,
    title: keys,
    group: 'All',
    run: () => ran.push(keys),
    ...more,
  })
  scope.run(() =>
    useCommands(() => [command('mod+z', { leavesFields: true }), command('Delete', { readsItself: true })]),
  )
  expect(press('z', { ctrlKey: true }, add('<input>')).defaultPrevented).toBe(false)
  press('z', { ctrlKey: true })
  expect(press('Delete').defaultPrevented).toBe(false)
  expect(ran).toEqual(['mod+z'])
  expect(shortcuts.value.map(({ keys }) => keys)).toContain('Delete')
})
