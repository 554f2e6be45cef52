import { Type } from '@orrery/schema'
import { defineRoute } from '../route.ts'

const tag = 'Operations'

/** The description of the API itself. */
export const descriptionRoutes = {
  getOpenApi: defineRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'The routes of this host, as an OpenAPI 3.1 document',
    tag,
    access: 'open',
    answers: { 200: Type.Record(Type.String(), Type.Unknown()) },
  }),
}

/** For whoever operates the host. They are outside `/api/v1`, where such programs look for them. */
export const operationRoutes = {
  getHealth: defineRoute({
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the process lives',
    tag,
    access: 'open',
    answers: { 200: Type.Object({ status: Type.Literal('alive') }) },
  }),
  getReadiness: defineRoute({
    method: 'GET',
    path: '/readyz',
    summary: 'Whether the host can answer requests',
    tag,
    access: 'open',
    answers: { 200: Type.Object({ status: Type.Literal('ready') }) },
  }),
  getMetrics: defineRoute({
    method: 'GET',
    path: '/metrics',
    summary: 'Figures of the host, as Prometheus reads them',
    tag,
    access: 'open',
    answers: { 200: { mediaType: 'text/plain; version=0.0.4; charset=utf-8' } },
  }),
}
