/** What a key reader looks for: `?`, `g h` for one key after the other, `mod+k` and `mod+shift+z` for Ctrl or the command key. */
export interface KeyBinding {
  readonly keys: string
  readonly run: () => void
}

/** What of a key press is read. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'preventDefault'
>

const SEQUENCE_MS = 1500
const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'])

/** The name of a key press; undefined when it is the browser's, or the beginning of one. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyPress): string | undefined {
  if (isComposing || modifiers.has(key)) return undefined
  const isMod = ctrlKey !== metaKey
  if (isMod && !altKey) return `mod+${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`
  // Some keyboards type `/` and `?` with AltGr, which some systems tell as Ctrl and Alt.
  const isCharacter = key.length === 1 && !/[a-z]/i.test(key)
  return (ctrlKey || metaKey || altKey) && !isCharacter ? undefined : key
}

/** Whether a binding is held by a modifier, and so in nobody's way who types or speaks. */
export const isHeld = ({ keys }: Pick<KeyBinding, 'keys'>) => keys.startsWith('mod+')

/** Reads key presses, and runs what is bound to them. Of several with the same keys the last one counts. */
export function createKeyReader(bindings: () => readonly KeyBinding[]): (press: KeyPress) => void {
  let pending = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = (keys: string) => {
    clearTimeout(timer)
    pending = keys
    if (keys !== '') timer = setTimeout(() => (pending = ''), SEQUENCE_MS)
  }

  return (press) => {
    const name = nameOf(press)
    if (name === undefined) return
    const known = bindings()
    // What does not go on with a sequence begins one anew.
    for (const keys of pending === '' ? [name] : [`${pending} ${name}`, name]) {
      const found = known.findLast((binding) => binding.keys === keys)
      if (!found && !known.some((binding) => binding.keys.startsWith(`${keys} `))) continue
      press.preventDefault()
      begin(found ? '' : keys)
      return found?.run()
    }
    begin('')
  }
}
