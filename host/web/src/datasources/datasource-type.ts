import { CodedError, withDefaults, type OptionsSchema } from '@orrery/sdk'
import type { DatasourceSpec } from '@orrery/query'
import { openDoor } from '../plugins/doors.ts'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'
import { t } from '../text.ts'

/** A type of datasource that an installed plugin brings. */
export interface DatasourceType {
  readonly id: string
  readonly title: string
  readonly description: string | undefined
  /** A lucide name. */
  readonly icon: string
  readonly schema: OptionsSchema
  /** Of the options. */
  readonly version: number
  readonly contribution: Contributed
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const toType = (contribution: Contributed): DatasourceType => {
  const { id, title, data } = contribution
  return {
    id,
    title,
    description: textOf(data['description']),
    icon: textOf(data['icon']) ?? 'database',
    // The host checked the manifest: plain JSON Schema, which is what typebox makes too.
    schema: data['options'] as OptionsSchema,
    version: typeof data['version'] === 'number' ? data['version'] : 1,
    contribution,
  }
}

/** All that can be added, by title. */
export const datasourceTypes = (): readonly DatasourceType[] => contributionsOf('datasource').map(toType)

export const findDatasourceType = (id: string) => datasourceTypes().find((type) => type.id === id)

/** Stored options as the installed plugin wants them: brought up to its version, with its defaults. */
export async function currentOptions(
  type: DatasourceType,
  { options, version = 1 }: DatasourceSpec,
): Promise<Readonly<Record<string, unknown>>> {
  const { plugin, data } = type.contribution
  if (version > type.version) {
    const params = { version, type: type.title, installed: type.version, plugin: plugin.id }
    const message = t(
      'These options are of version {version} of {type}, and version {installed} is installed. Update plugin {plugin}.',
      params,
    )
    throw new CodedError('PluginError', 'DATASOURCE_VERSION', 409, message, params)
  }
  const isOlder = version < type.version && data['migrate'] !== undefined
  // The build checked the door's default export against `Migrate`.
  const migrate = isOlder
    ? ((await openDoor(plugin, data['migrate'])) as (options: unknown, from: number) => unknown)
    : undefined
  return withDefaults(type.schema, migrate ? migrate(options, version) : options) as Record<string, unknown>
}
