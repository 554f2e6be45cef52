import { onScopeDispose, shallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, type RouteLocationNormalized } from 'vue-router'

export interface LeaveGuardOptions {
  /** Whether another address of the page still has the changes; one that differs only after `#` when omitted. */
  readonly isSame?: (to: RouteLocationNormalized, from: RouteLocationNormalized) => boolean
  /** Whether the browser asks before it goes to another site, or loads the page anew; whenever it is dirty when omitted. */
  readonly isLost?: () => boolean
}

const pageOf = ({ fullPath }: RouteLocationNormalized) => fullPath.split('#')[0]

/** Asks before a page with unsaved changes is left: for another page in a dialog, for another site as the browser does. */
export function useLeaveGuard(isDirty: () => boolean, options: LeaveGuardOptions = {}) {
  const { isSame = (to, from) => pageOf(to) === pageOf(from), isLost = isDirty } = options
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
  onBeforeRouteUpdate((to, from) => isSame(to, from) || guard())

  const onUnload = (event: BeforeUnloadEvent) => {
    if (isLost()) event.preventDefault()
  }
  addEventListener('beforeunload', onUnload)
  onScopeDispose(() => {
    removeEventListener('beforeunload', onUnload)
    answer(false)
  })

  /** `decide` is there while it is asked. */
  return { decide, answer }
}
