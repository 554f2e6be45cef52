import type { Contributed } from '../plugins/plugin-list.ts'
import { Choice, Secret, Type } from '@orrery/sdk'
import type { Stored } from '../api/resources.ts'
import type { DatasourceType } from './datasource-type.ts'

export const prometheusOptions = Type.Object(
  {
    url: Type.String({ title: 'URL', format: 'uri' }),
    method: Type.Optional(Choice({ POST: 'POST', GET: 'GET' }, { title: 'Method', default: 'POST' })),
    token: Type.Optional(Secret({ title: 'Token' })),
  },
  { additionalProperties: false },
)

const data = {
  kind: 'datasource',
  id: 'prometheus',
  title: 'Prometheus',
  icon: 'flame',
  options: prometheusOptions,
}

const contribution: Contributed = {
  kind: 'datasource',
  id: 'prometheus',
  title: 'Prometheus',
  plugin: {
    id: '@acme/datasource-prometheus',
    title: 'Prometheus',
    version: '1.0.0',
    base: '/plugins/x/',
    contributes: [data],
  },
  data,
}

export const prometheus: DatasourceType = {
  id: 'prometheus',
  title: 'Prometheus',
  description: undefined,
  icon: 'flame',
  schema: prometheusOptions,
  version: 1,
  contribution,
}

export const toStored = (spec: Stored['resource']['spec'], revision = 'r1'): Stored => ({
  resource: {
    apiVersion: 'orrery.dev/v1',
    kind: 'datasource',
    namespace: 'default',
    id: 'prom',
    metadata: { title: 'Metrics', labels: { team: 'web' } },
    spec,
  },
  revision,
  change: 1,
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T11:00:00.000Z',
  updatedBy: 'user:ada',
})
