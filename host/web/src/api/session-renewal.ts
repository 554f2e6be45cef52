import { shallowRef } from 'vue'

/** Waits for the person to sign in again, after the host no longer knew the session. */
interface Renewal {
  /** Whoever was refused asks again when true, and fails when false. */
  readonly settle: (isRenewed: boolean) => void
}

/** Present while the page asks for the password again. */
export const renewal = shallowRef<Renewal>()
let renewed: Promise<boolean> | undefined
let renewedAt = -Infinity

/**
 * Whether the person has signed in again. However many requests were refused, the person is asked once: also for one that
 * was sent before (`performance.now()`) and whose refusal came after.
 */
export const renewSession = (sentAt: number): Promise<boolean> =>
  sentAt < renewedAt
    ? Promise.resolve(true)
    : (renewed ??= new Promise((resolve) => {
        renewal.value = {
          settle: (isRenewed) => {
            if (isRenewed) renewedAt = performance.now()
            renewal.value = undefined
            renewed = undefined
            resolve(isRenewed)
          },
        }
      }))
