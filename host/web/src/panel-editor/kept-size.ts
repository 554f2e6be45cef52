import { ref, watch, type Ref } from 'vue'

const PREFIX = 'orrery-panel-editor-'

/** A size in CSS pixels that the browser keeps. */
export function useKeptSize(name: string, usual: number): Ref<number> {
  const read = () => {
    try {
      const kept = Number(localStorage.getItem(PREFIX + name))
      return Number.isFinite(kept) && kept > 0 ? kept : usual
    } catch {
      return usual
    }
  }
  const size = ref(read())
  watch(size, (now) => {
    try {
      localStorage.setItem(PREFIX + name, String(now))
    } catch {
      // A browser that keeps nothing forgets it: it is kept for comfort only.
    }
  })
  return size
}
