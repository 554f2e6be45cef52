import { computed, onScopeDispose, shallowReactive } from 'vue'

/** Something that people do, from the palette or by keys, wherever the focus is. */
export interface Command {
  /** What it does, as the help and the palette say it. */
  readonly title: string
  /** The heading under which the help shows it. */
  readonly group: string
  readonly run: () => void
  /** `?`, `g h` for one key after the other, `mod+k` for Ctrl or the command key. */
  readonly keys?: string
  /** Text fields do something of their own with the keys, and go on to. */
  readonly leavesFields?: boolean
  /** What has the focus reads the keys by itself; the help tells of them. */
  readonly readsItself?: boolean
  /** A lucide name. */
  readonly icon?: string
  /** More words that find it in the palette. */
  readonly words?: string
  /** It makes no sense in the palette, as what acts on the panel with the focus: only the help shows it. */
  readonly keysOnly?: boolean
}

const registered = shallowReactive(new Set<() => readonly Command[]>())

/** All that the page knows now: the host's, then those of the page. */
export const commands = computed(() => [...registered].flatMap((list) => list()))

/** Adds commands for as long as the component, or the scope, is there. What they hold reactively is followed. */
export function useCommands(list: () => readonly Command[]): void {
  registered.add(list)
  onScopeDispose(() => registered.delete(list))
}
