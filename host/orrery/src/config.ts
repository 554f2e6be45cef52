import { delimiter, dirname, resolve } from 'node:path'
import { validate, type Problem } from '@orrery/sdk'
import { findConfigFile, loadConfigFile } from './config-file.ts'
import { HostError } from './errors.ts'
import { locatePlugin } from './plugin-folders.ts'
import {
  PATHS,
  settingNames,
  Settings,
  textSettings,
  toOption,
  toVariable,
  type SettingName,
  type TextSettingName,
} from './settings.ts'

/** Where settings come from besides the defaults. */
export interface ConfigSources {
  /** Texts from the command line, by setting. */
  readonly options: TextSettings
  /** `--config`; else the `orrery.config.*` of the working directory is read when it is there. */
  readonly file: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Paths are relative to it. */
  readonly workingDirectory: string
}

/** Settings as they are written on a command line. */
export type TextSettings = {
  readonly [Name in TextSettingName]?: NonNullable<Settings[Name]> extends readonly unknown[]
    ? readonly string[]
    : string
}

/** All that is set, and where each comes from. */
export interface Configuration {
  /** What somebody said; the defaults are not in it. Paths are absolute. */
  readonly settings: Settings
  /** The path of a file, the name of a variable, an option; absent for a default. */
  readonly origins: { readonly [Name in SettingName]?: string }
  /** The file that was read. */
  readonly file: string | undefined
}

interface Layer {
  readonly settings: Settings
  readonly folder: string
  readonly originOf: (name: SettingName) => string
}

/** The command line overrides the environment, which overrides the file. A setting that is not valid is CONFIG_INVALID. */
export async function readConfig(sources: ConfigSources): Promise<Configuration> {
  const { environment, workingDirectory: folder } = sources
  const file = await findConfigFile(folder, sources.file)
  const variables = Object.fromEntries(
    textNames.flatMap((name) => {
      const text = environment[toVariable(name)]
      return text === undefined || text === '' ? [] : [[name, splitList(name, text)]]
    }),
  )
  const layers: readonly Layer[] = [
    { settings: checkTexts(sources.options, 'The command line', toOption), folder, originOf: toOption },
    { settings: checkTexts(variables, 'The environment', toVariable), folder, originOf: toVariable },
    ...(file === undefined ? [] : [await readFileLayer(file)]),
  ]
  const chosen = settingNames.flatMap((name) => {
    const layer = layers.find(({ settings }) => settings[name] !== undefined)
    return layer ? [{ name, layer }] : []
  })
  const values = await Promise.all(
    chosen.map(async ({ name, layer }) => [name, await located(name, layer.settings[name], layer.folder)] as const),
  )
  return {
    // Each value is that of a layer, which was checked.
    settings: Object.fromEntries(values) as Settings,
    origins: Object.fromEntries(chosen.map(({ name, layer }) => [name, layer.originOf(name)])),
    file,
  }
}

async function readFileLayer(file: string): Promise<Layer> {
  const settings = checkConfig(await loadConfigFile(file), `The configuration ${file}`, (name) => `"${name}"`)
  return { settings, folder: dirname(file), originOf: () => file }
}

const textNames = Object.keys(textSettings) as readonly TextSettingName[]

const typeOf = (name: TextSettingName) => (Settings.properties[name] as { readonly type?: string }).type

/** Paths are separated as in PATH, everything else by commas. */
const splitList = (name: TextSettingName, text: string) =>
  typeOf(name) === 'array' ? text.split(name === 'plugins' ? delimiter : ',') : text

function checkTexts(texts: TextSettings, source: string, nameOf: (name: string) => string): Settings {
  const values = Object.entries(texts).map(([name, text]) => {
    const isNumber = typeOf(name as TextSettingName) === 'integer' && /^\d+$/.test(String(text))
    return [name, isNumber ? Number(text) : text]
  })
  return checkConfig(Object.fromEntries(values), source, nameOf)
}

/** The value as settings, or CONFIG_INVALID with everything that is wrong in it. */
function checkConfig(value: unknown, source: string, nameOf: (name: string) => string): Settings {
  const result = validate(Settings, value)
  const wrong = result.ok ? functionProblems(result.value) : result.problems
  if (result.ok && wrong.length === 0) return result.value
  const problems = wrong.map(({ path, message }) => {
    const [, name, ...rest] = path.split('/')
    return `${name === undefined ? 'it' : [nameOf(name), ...rest].join('/')} ${message}`
  })
  throw new HostError('CONFIG_INVALID', { source, problems })
}

const functionProblems = ({ auth }: Settings): readonly Pick<Problem, 'path' | 'message'>[] =>
  auth?.authenticate === undefined || typeof auth.authenticate === 'function'
    ? []
    : [{ path: '/auth/authenticate', message: 'must be a function' }]

/** The value with its paths made absolute. */
async function located(name: SettingName, value: unknown, folder: string): Promise<unknown> {
  if (name === 'plugins') return Promise.all((value as readonly string[]).map((plugin) => locatePlugin(plugin, folder)))
  return PATHS.includes(name) ? resolve(folder, String(value)) : value
}
