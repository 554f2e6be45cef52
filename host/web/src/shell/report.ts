import { useToasts } from '@orrery/ui'
import { ApiError, isSignedOut } from '../api/client.ts'
import { toPageProblem } from '../pages/use-load.ts'

/** Shows an error that has no place of its own on the page. */
export function reportError(error: unknown) {
  // The dialog that asked to sign in again said so.
  if (isSignedOut(error)) return
  const { message, code } = toPageProblem(error)
  const traceId = error instanceof ApiError ? error.traceId : undefined
  useToasts().show(message, { kind: 'error', code, traceId })
}

/** The same action as a plain call: what it throws is shown. */
export const reporting =
  <Args extends readonly unknown[]>(action: (...args: Args) => Promise<unknown>) =>
  (...args: Args): void =>
    void action(...args).catch(reportError)

/** For those who look for the cause: what people read leaves out where it was thrown. */
export function logError(error: unknown) {
  // eslint-disable-next-line no-console
  console.error(error)
}
