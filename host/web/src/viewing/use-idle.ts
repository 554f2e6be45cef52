import { onScopeDispose, watch } from 'vue'

const IDLE_MS = 3000
const CLASS = 'o-idle'
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/**
 * Marks the page as idle, which hides the cursor and what only people need, when nobody has moved anything for three
 * seconds. Escape leaves something, and so is no sign of somebody who stays.
 */
export function useIdle(isOn: () => boolean): void {
  const { classList } = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (event?: Event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape') return
    classList.remove(CLASS)
    clearTimeout(timer)
    timer = setTimeout(() => classList.add(CLASS), IDLE_MS)
  }
  const stop = () => {
    for (const sign of signs) removeEventListener(sign, wait)
    clearTimeout(timer)
    classList.remove(CLASS)
  }
  const start = () => {
    for (const sign of signs) addEventListener(sign, wait)
    wait()
  }
  watch(isOn, (on) => (on ? start() : stop()), { immediate: true })
  onScopeDispose(stop)
}
