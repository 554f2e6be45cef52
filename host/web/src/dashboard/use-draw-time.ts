import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { PanelRun } from '../query/panel-data.ts'

/** How long it took from the data of a run to the picture that shows it, in ms: a moment behind, as it is measured. */
export function useDrawTime(run: () => PanelRun | undefined): Readonly<ShallowRef<number | undefined>> {
  const drawMs = shallowRef<number>()
  let frame: number | undefined
  const forget = () => frame !== undefined && cancelAnimationFrame(frame)
  watch(
    run,
    (now) => {
      forget()
      drawMs.value = undefined
      if (!now) return
      const began = performance.now()
      // The first callback comes before the picture, the second after it.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          drawMs.value = performance.now() - began
        })
      })
    },
    { immediate: true },
  )
  onScopeDispose(forget)
  return drawMs
}
