import { onScopeDispose, ref, type Ref } from 'vue'

export interface DragOrder {
  /** Index of the entry that is dragged. */
  readonly dragged: Readonly<Ref<number | undefined>>
  /** Where it would come to stand if it were let go now. */
  readonly target: Readonly<Ref<number | undefined>>
  /** Of the handle of an entry. */
  readonly onDown: (event: PointerEvent, index: number) => void
  /** Arrows move the entry, Escape lets go of a drag. */
  readonly onKey: (event: KeyboardEvent, index: number) => void
}

/** Where an entry comes to stand whose pointer is at `y`: after all others whose middle is above it. */
export const placeAt = (y: number, middles: readonly number[], dragged: number): number =>
  middles.filter((middle, index) => index !== dragged && middle < y).length

/** Brings the entries of a vertical list into order, by pointer and by keys. */
export function useDragOrder(entries: () => readonly Element[], move: (from: number, to: number) => void): DragOrder {
  const dragged = ref<number>()
  const target = ref<number>()
  let stop = () => {}
  const end = () => {
    stop()
    dragged.value = undefined
    target.value = undefined
  }
  onScopeDispose(end)

  function onDown(event: PointerEvent, index: number) {
    if (event.button !== 0) return
    event.preventDefault()
    // The listener stands on an element.
    const handle = event.currentTarget as HTMLElement
    handle.focus()
    dragged.value = index
    const onMove = ({ clientY }: PointerEvent) => {
      const middles = entries().map((entry) => {
        const { top, height } = entry.getBoundingClientRect()
        return top + height / 2
      })
      target.value = placeAt(clientY, middles, index)
    }
    const onUp = () => {
      const to = target.value
      end()
      if (to !== undefined && to !== index) move(index, to)
    }
    const onEscape = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      // It lets go, and closes nothing.
      key.stopPropagation()
      end()
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', end)
    addEventListener('keydown', onEscape, true)
    stop = () => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', onEscape, true)
    }
  }
  const keys: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 }
  function onKey(event: KeyboardEvent, index: number) {
    const by = keys[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(index, index + by)
  }
  return { dragged, target, onDown, onKey }
}
