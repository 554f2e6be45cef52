import { check, CodedError, withDefaults, type TSchema } from '@orrery/sdk'
import { t } from '../text.ts'
import { openDoor } from './doors.ts'
import type { Contributed } from './plugin-list.ts'

/** Options as a document keeps them. */
export interface SavedOptions {
  readonly options: Readonly<Record<string, unknown>>
  /** 1 when absent. */
  readonly version?: number | undefined
}

/** The version of the options that the installed contribution writes. */
export const installedVersion = ({ data }: Contributed) => (typeof data['version'] === 'number' ? data['version'] : 1)

/** Saved options as the installed plugin wants them: brought up to its version, with its defaults, and checked. */
export async function currentOptions(contributed: Contributed, saved: SavedOptions): Promise<unknown> {
  const { plugin, id, data } = contributed
  const { options, version = 1 } = saved
  const installed = installedVersion(contributed)
  if (version > installed) {
    const message = t(
      'These options were saved by version {version} of {id}, and version {installed} is installed. Update plugin {plugin}.',
      { version, id, installed, plugin: plugin.id },
    )
    throw new CodedError('PluginError', 'OPTIONS_NEWER', 409, message, { id, version, installed })
  }
  const migrate =
    version < installed && data['migrate'] !== undefined ? await openDoor(plugin, data['migrate']) : undefined
  // The build checked the door's default export against `Migrate`.
  const migrated = migrate ? (migrate as (options: unknown, from: number) => unknown)(options, version) : options
  // The host checked the manifest: options are a JSON Schema.
  const schema = data['options'] as TSchema
  return check(schema, withDefaults(schema, migrated), t('The options of {title}', { title: contributed.title }))
}
