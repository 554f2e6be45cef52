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

// The host checked the manifest: options are a JSON Schema.
const schemaOf = ({ data }: Contributed) => data['options'] as TSchema

type Options = SavedOptions['options']

async function migrated({ plugin, id, data }: Contributed, { options, version = 1 }: SavedOptions): Promise<Options> {
  const door = await openDoor(plugin, data['migrate'])
  try {
    // The build checked the door's default export against `Migrate`.
    const result = (door as (options: unknown, from: number) => unknown)(options, version)
    if (typeof result !== 'object' || result === null) throw new TypeError(t('it gave no options'))
    return { ...result }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const params = { plugin: plugin.id, id, version, reason }
    const message = t(
      'Plugin {plugin} could not bring options of {id} up to date from version {version}: {reason}. Correct the options, or update the plugin.',
      params,
    )
    throw new CodedError('PluginError', 'PLUGIN_CODE_FAILED', 500, message, params, { cause })
  }
}

/**
 * Saved options brought up to the version of the installed plugin, with its defaults, unchecked. Throws OPTIONS_NEWER, and
 * PLUGIN_CODE_FAILED when the plugin cannot bring them up to date.
 */
export async function currentOptions(contributed: Contributed, saved: SavedOptions): Promise<Options> {
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
  const isOlder = version < installed && data['migrate'] !== undefined
  // An object with defaults is an object.
  return withDefaults(schemaOf(contributed), isOlder ? await migrated(contributed, saved) : options) as Options
}

/** As {@link currentOptions}, ready for the plugin's code: throws SCHEMA_INVALID as well. */
export const checkedOptions = async (contributed: Contributed, saved: SavedOptions): Promise<unknown> =>
  check(
    schemaOf(contributed),
    await currentOptions(contributed, saved),
    t('The options of {title}', { title: contributed.title }),
  )
