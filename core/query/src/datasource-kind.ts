import { defineKind, type ResourceOf } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'

/** A datasource as people set it up. */
export const DatasourceSpec = Type.Object(
  {
    /** Id of a datasource contribution: `prometheus`. */
    type: Type.String({ minLength: 1, maxLength: 64, title: 'Type' }),
    /** Checked against the options schema of its plugin when that is installed. */
    options: Type.Record(Type.String(), Type.Unknown(), { title: 'Options' }),
    /** Version of the options; 1 when absent. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    /** New queries begin with it. */
    default: Type.Optional(Type.Boolean({ title: 'Default' })),
  },
  { additionalProperties: false },
)
export type DatasourceSpec = Static<typeof DatasourceSpec>

/** The kind of resource; `Datasource` is the contribution that a datasource's `type` names. */
export const DatasourceKind = defineKind({
  kind: 'datasource',
  plural: 'datasources',
  title: 'Datasource',
  apiVersion: 'orrery.dev/v1',
  spec: DatasourceSpec,
})
export type DatasourceResource = ResourceOf<typeof DatasourceKind>
