import { onScopeDispose, readonly, shallowRef, watchEffect } from 'vue'
import type { LocationQuery } from 'vue-router'

/** A page for a screen on a wall: without navigation and bars, or with time and variables only. */
export type Kiosk = 'full' | 'time'

/** `?kiosk` and `?kiosk=time`. */
export function readKiosk({ kiosk }: LocationQuery): Kiosk | undefined {
  if (kiosk === undefined) return undefined
  return kiosk === 'time' ? 'time' : 'full'
}

/** As the address has it. */
export const writeKiosk = (kiosk: Kiosk | undefined) =>
  kiosk === undefined ? {} : { kiosk: kiosk === 'time' ? kiosk : null }

const shown = shallowRef<Kiosk>()

/** How the open page is shown. */
export const kiosk = readonly(shown)

/** Shows the page as a kiosk for as long as the component is there and `mode` says so. */
export function useKiosk(mode: () => Kiosk | undefined): void {
  watchEffect(() => {
    shown.value = mode()
  })
  onScopeDispose(() => {
    shown.value = undefined
  })
}
