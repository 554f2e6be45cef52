import { OfNamespace } from '../paths.ts'
import { Provisioning } from '../provisioning.ts'
import { defineRoute } from '../route.ts'

/** What is read from folders. */
export const provisioningRoutes = {
  getProvisioning: defineRoute({
    method: 'GET',
    path: '/api/v1/ns/{ns}/provisioning',
    summary: 'Tell which provisioned documents were not taken, and why',
    tag: 'Operations',
    access: { action: 'host:read' },
    params: OfNamespace,
    answers: { 200: Provisioning },
  }),
}
