import { PluginDetails, Provisioning } from '@orrery/api'
import { requestJson } from './client.ts'
import { session } from './session.ts'

export const getPluginDetails = (id: string, signal: AbortSignal): Promise<PluginDetails> =>
  requestJson(PluginDetails, `/api/v1/plugins/${encodeURIComponent(id)}`, { signal })

/** Admins only. */
export const getProvisioning = (signal: AbortSignal): Promise<Provisioning> =>
  requestJson(Provisioning, `/api/v1/ns/${encodeURIComponent(session.namespace)}/provisioning`, { signal })
