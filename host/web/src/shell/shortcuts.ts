import { computed, onScopeDispose, ref, shallowReactive } from 'vue'
import { createKeyReader, isHeld, type KeyBinding } from './key-reader.ts'

/** Something that the keyboard does wherever the focus is, except while somebody types. */
export interface Shortcut extends KeyBinding {
  /** What it does, as the help and the palette say it. */
  readonly title: string
  /** The heading under which the help shows it. */
  readonly group: string
  /** It acts on what has the focus or the pointer, which is gone in the palette: only the help lists it. */
  readonly needsPlace?: boolean
}

const registered = shallowReactive(new Set<() => readonly Shortcut[]>())

/** All that the page knows now: the host's, then those of the page. */
export const shortcuts = computed(() => [...registered].flatMap((list) => list()))

/** Adds shortcuts for as long as the component, or the scope, is there. What they hold reactively is followed. */
export function useShortcuts(list: () => readonly Shortcut[]): void {
  registered.add(list)
  onScopeDispose(() => registered.delete(list))
}

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
    shortcuts.value.filter((each) => isHeld(each) || (isAlone && (areKeysOn.value || each.keys === 'Escape'))),
  )
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isSomethingOpen()) return
    isAlone = !isTyping(event.target)
    read(event)
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
