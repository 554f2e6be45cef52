import { readConfig, type Configuration, type TextSettings } from '../config.ts'
import { Settings, textSettings, type TextSettingName } from '../settings.ts'
import type { Line, OptionSpec, Terminal } from './define-command.ts'

interface SettingSchema {
  readonly type?: string
  readonly description: string
  readonly default?: unknown
}

const specs = Object.entries(textSettings).map(([name, value]) => {
  // Whatever its type, a schema of a setting has these.
  const schema = Settings.properties[name as TextSettingName] as unknown as SettingSchema
  const spec: OptionSpec = { type: 'string', value, about: aboutOf(schema), multiple: schema.type === 'array' }
  return [name, spec] as const
})

/** Every setting that one text can say, as an option. */
export const settingOptions = {
  config: { type: 'string', value: 'FILE', about: 'configuration (default: ./orrery.config.ts, .js, .mjs or .json)' },
  // What `fromEntries` cannot tell: the names are those of the table, and lists may be repeated.
  ...(Object.fromEntries(specs) as unknown as { readonly [Name in TextSettingName]: SettingOption<Name> }),
} as const

type SettingOption<Name extends TextSettingName> = OptionSpec & {
  readonly type: 'string'
  readonly multiple: NonNullable<Settings[Name]> extends readonly unknown[] ? true : false
}

function aboutOf({ type, description, default: value }: SettingSchema): string {
  const notes = [
    ...(value === undefined ? [] : [`default: ${String(value)}`]),
    ...(type === 'array' ? ['repeatable'] : []),
  ]
  // Acronyms keep their capitals.
  const about = /^[A-Z][a-z]* /.test(description) ? description[0]!.toLowerCase() + description.slice(1) : description
  return `${about}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

export const SETTINGS_NOTE = `Each setting can also stand in the configuration (port: 3000) or in the environment (ORRERY_PORT=3000).
The command line comes first, then the environment, then the configuration. orrery config check shows what holds.`

/** What a command line says of settings. */
type SettingLine = Partial<Line<typeof settingOptions>['options']>

/** All that is set by the command line, the environment and the configuration; CONFIG_INVALID names where one is wrong. */
export async function readConfiguration(
  { config, ...line }: SettingLine,
  { environment, workingDirectory }: Pick<Terminal, 'environment' | 'workingDirectory'>,
): Promise<Configuration> {
  const given = Object.entries(line).filter(([, text]) => text?.length)
  // The names are those of the settings, as `settingOptions` says.
  const options = Object.fromEntries(given) as TextSettings
  return readConfig({ options, file: config, environment, workingDirectory })
}

/** The settings of {@link readConfiguration}. */
export const readSettings = async (...line: Parameters<typeof readConfiguration>): Promise<Settings> =>
  (await readConfiguration(...line)).settings
