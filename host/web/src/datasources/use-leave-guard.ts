import { onScopeDispose, shallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

/** Asks before a page with unsaved changes is left: for another page in a dialog, for another site as the browser does. */
export function useLeaveGuard(isDirty: () => boolean) {
  const decide = shallowRef<(leave: boolean) => void>()

  function answer(leave: boolean) {
    decide.value?.(leave)
    decide.value = undefined
  }
  function guard() {
    answer(false)
    if (!isDirty()) return true
    return new Promise<boolean>((resolve) => (decide.value = resolve))
  }
  onBeforeRouteLeave(guard)
  const pageOf = ({ fullPath }: { fullPath: string }) => fullPath.split('#')[0]
  onBeforeRouteUpdate((to, from) => pageOf(to) === pageOf(from) || guard())

  const onUnload = (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault()
  }
  addEventListener('beforeunload', onUnload)
  onScopeDispose(() => {
    removeEventListener('beforeunload', onUnload)
    answer(false)
  })

  /** `decide` is there while it is asked. */
  return { decide, answer }
}
