import type { Resource } from '@orrery/resource'
import { canonicalYaml } from '@orrery/resource/yaml'

const envelope = (kind: string, id: string, title: string) => ({
  apiVersion: 'orrery.dev/v1',
  kind,
  namespace: 'default',
  id,
  metadata: { title },
})

export const folder = (id: string): Resource => ({ ...envelope('folder', id, id), spec: {} })

/** A datasource of the host's own figures, which ships with it. */
export const datasource = (id: string): Resource => ({
  ...envelope('datasource', id, id),
  spec: { type: 'host', options: {} },
})

/** A dashboard of one panel, which asks the datasource `d` when it is given a query. */
export const dashboard = (id: string, title = id, ...queries: object[]): Resource => ({
  ...envelope('dashboard', id, title),
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: {
      p: {
        type: 'stat',
        title: 'P',
        options: {},
        queries: queries.map((query, i) => ({ refId: String.fromCharCode(65 + i), datasource: 'd', query })),
      },
    },
    layout: { type: 'grid', items: [{ panel: 'p', x: 0, y: 0, w: 12, h: 8 }] },
  },
})

/** Documents of one YAML file. */
export const yaml = (...resources: readonly Resource[]): string => resources.map(canonicalYaml).join('---\n')
