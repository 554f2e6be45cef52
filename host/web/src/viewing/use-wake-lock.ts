import { onScopeDispose, watch } from 'vue'

/** Keeps the screen on while `isOn`, where the browser offers it: on secure pages, and not when the battery is low. */
export function useWakeLock(isOn: () => boolean, page: Document = document): void {
  // Pages without encryption have none, whatever the types say.
  const locks = navigator.wakeLock as WakeLock | undefined
  let held: WakeLockSentinel | undefined
  let isWanted = false

  async function hold() {
    if (!locks || !isWanted || page.hidden || (held && !held.released)) return
    // A browser that refuses lets the screen go off, as it would have.
    const lock = await locks.request('screen').catch(() => undefined)
    if (isWanted) held = lock
    else await lock?.release()
  }
  function set(wanted: boolean) {
    isWanted = wanted
    if (wanted) return void hold()
    void held?.release()
    held = undefined
  }
  const onVisibility = () => void hold()
  watch(isOn, set, { immediate: true })
  // The browser lets go of it with every page that leaves the screen.
  page.addEventListener('visibilitychange', onVisibility)
  onScopeDispose(() => {
    page.removeEventListener('visibilitychange', onVisibility)
    set(false)
  })
}
