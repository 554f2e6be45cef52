import { readConfig, type TextSettings } from '../config.ts'
import type { SettingName, Settings } from '../settings.ts'
import type { Line, OptionSpec, Terminal } from './define-command.ts'

/** Every setting as an option. */
export const settingOptions = {
  config: {
    type: 'string',
    value: 'FILE',
    about: 'configuration (default: ./orrery.config.json, when it is there)',
  },
  port: { type: 'string', value: 'PORT', about: 'port to listen on, 0 for a free one (default: 3000)' },
  host: { type: 'string', value: 'ADDRESS', about: 'address to listen on (default: 127.0.0.1)' },
  data: { type: 'string', value: 'DIR', about: 'folder of the database and keys (default: ./orrery-data)' },
  database: {
    type: 'string',
    value: 'URL',
    about: 'PostgreSQL that several hosts share (default: SQLite in the data folder)',
  },
  plugins: {
    type: 'string',
    multiple: true,
    value: 'DIR',
    about: 'one more plugin, or a folder of plugins; may be repeated',
  },
  provisioning: {
    type: 'string',
    value: 'DIR',
    about: 'folder of resources that are read at start and when they change',
  },
  publicUrl: { type: 'string', value: 'URL', about: 'address under which people reach the host' },
} as const satisfies Readonly<Record<SettingName | 'config', OptionSpec>>

export const SETTINGS_NOTE = `Each setting can also stand in the configuration ({"port": 3000}) or in the environment (ORRERY_PORT=3000).
The command line comes first, then the environment, then the configuration.`

/** What a command line says of settings. */
type SettingLine = Partial<Line<typeof settingOptions>['options']>

/** The settings from the command line, the environment and the configuration; CONFIG_INVALID names where one is wrong. */
export async function readSettings(
  { config, ...line }: SettingLine,
  { environment, workingDirectory }: Terminal,
): Promise<Settings> {
  const given = Object.entries(line).filter(([, text]) => text?.length)
  // The names are those of the settings, as `settingOptions` says.
  const options = Object.fromEntries(given) as TextSettings
  return readConfig({ options, file: config, environment, workingDirectory })
}
