import { isTraced } from './options.ts'
import type { SdkOptions } from './sdk.ts'

export interface Telemetry {
  /** Sends what was not sent yet, within the grace. */
  readonly close: () => Promise<void>
}

/** Starts to send spans where that is wanted; undefined, and nothing is loaded, where it is not. */
export async function startTelemetry(options: SdkOptions): Promise<Telemetry | undefined> {
  if (!isTraced(options, process.env)) return undefined
  const { startSdk } = await import('./sdk.ts')
  return { close: startSdk(options) }
}
