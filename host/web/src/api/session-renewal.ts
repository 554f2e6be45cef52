import { shallowRef } from 'vue'

/** Waits for the person to sign in again, after the host no longer knew the session. */
interface Renewal {
  /** Whoever was refused asks again when true, and fails when false. */
  readonly settle: (isRenewed: boolean) => void
}

/** Present while the page asks for the password again. */
export const renewal = shallowRef<Renewal>()
let renewed: Promise<boolean> | undefined

/** Whether the person has signed in again. However many requests were refused, the person is asked once. */
export const renewSession = (): Promise<boolean> =>
  (renewed ??= new Promise((resolve) => {
    renewal.value = {
      settle: (isRenewed) => {
        renewal.value = undefined
        renewed = undefined
        resolve(isRenewed)
      },
    }
  }))
