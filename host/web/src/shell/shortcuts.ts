import { computed, ref } from 'vue'
import { commands, type Command } from './commands.ts'
import { createKeyReader, isHeld } from './key-reader.ts'

/** A command that the keyboard knows. */
export type Shortcut = Command & Required<Pick<Command, 'keys'>>

/** Works wherever the focus is, except while somebody types and below an open dialog. */
export const shortcuts = computed(() =>
  commands.value.filter((command): command is Shortcut => command.keys !== undefined),
)

const KEY = 'orrery-keys'
/** Whether keys alone do something; without them only those with Ctrl or the command key do. */
export const areKeysOn = ref(localStorage.getItem(KEY) !== 'off')
export function switchKeys(on: boolean) {
  areKeysOn.value = on
  localStorage.setItem(KEY, on ? 'on' : 'off')
}

const TYPING = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  '[role=textbox]',
  '[role=combobox]',
  '[role=listbox]',
  '[role=menu]',
].join()
const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(TYPING) !== null
const isSomethingOpen = () =>
  document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open]') !== null

/** Listens to the keys of the page; gives the stop. */
export function listenToKeys(): () => void {
  let isAlone = true
  const read = createKeyReader(() =>
    shortcuts.value.filter(
      (each) =>
        !each.readsItself &&
        (isAlone ? isHeld(each) || areKeysOn.value || each.keys === 'Escape' : isHeld(each) && !each.leavesFields),
    ),
  )
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isSomethingOpen()) return
    isAlone = !isTyping(event.target)
    read(event)
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
