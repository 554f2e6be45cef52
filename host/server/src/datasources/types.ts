import { DoorRef, type Kernel, type Manifest, type ManifestContribution } from '@orrery/kernel'
import { check, Type, type OptionsSchema, type TSchema } from '@orrery/schema'
import { ServerError } from '../errors.ts'

/** A type of datasource that a plugin contributes, as its manifest says. */
export interface DatasourceType {
  readonly id: string
  readonly plugin: string
  readonly options: OptionsSchema
  readonly query: TSchema
  /** Of the options. */
  readonly version: number
  /** Whether its queries can be followed. */
  readonly live: boolean
  /** Whether its queries give annotations. */
  readonly annotations: boolean
  /** Whether filters can be added to its queries. */
  readonly filters: boolean
  /** Whether its plugin can bring older options up to date. */
  readonly migrates: boolean
}

export interface DatasourceTypes {
  readonly find: (type: string) => DatasourceType | undefined
  /** DATASOURCE_TYPE_MISSING when no plugin has it. */
  readonly get: (type: string) => DatasourceType
}

// A query may also be one of several variants; options are always one object.
const Query = Type.Record(Type.String(), Type.Unknown())
const Options = Type.Object({ type: Type.Literal('object') })
const Contribution = Type.Object({
  options: Options,
  query: Query,
  connect: DoorRef,
  variableQuery: Type.Optional(Query),
  live: Type.Optional(Type.Boolean()),
  annotations: Type.Optional(Type.Boolean()),
  filters: Type.Optional(Type.Boolean()),
  migrate: Type.Optional(DoorRef),
})

/** SCHEMA_INVALID when a manifest contributes a datasource without what makes it one. */
export const checkDatasourceTypes = ({ id: plugin, contributes }: Manifest) => {
  for (const contribution of contributes)
    if (contribution.kind === 'datasource')
      check(Contribution, contribution, `The datasource "${contribution.id}" of ${plugin}`)
}

const toType = (plugin: string, contribution: ManifestContribution): DatasourceType => ({
  id: contribution.id,
  plugin,
  // Checked when the plugin was enabled: plain JSON Schema, which is what typebox makes too.
  options: contribution['options'] as OptionsSchema,
  query: contribution['query'] as TSchema,
  version: contribution.version ?? 1,
  live: contribution['live'] === true,
  annotations: contribution['annotations'] === true,
  filters: contribution['filters'] === true,
  migrates: contribution['migrate'] !== undefined,
})

export function createDatasourceTypes({ registry }: Kernel): DatasourceTypes {
  const find = (type: string) => {
    const contribution = registry.find('datasource', type)
    return contribution && toType(registry.pluginOf('datasource', type), contribution)
  }
  return {
    find,
    get: (type) => {
      const found = find(type)
      if (!found) throw new ServerError('DATASOURCE_TYPE_MISSING', { type })
      return found
    },
  }
}
