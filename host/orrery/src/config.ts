import { readFile } from 'node:fs/promises'
import { delimiter, dirname, resolve } from 'node:path'
import { validate } from '@orrery/sdk'
import { HostError } from './errors.ts'
import { Settings, toOption, toVariable, type SettingName } from './settings.ts'

/** Where settings come from besides the defaults. */
export interface ConfigSources {
  /** Texts from the command line, by setting. */
  readonly options: TextSettings
  /** `--config`; else `orrery.config.json` of the working directory is read when it is there. */
  readonly file: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Paths are relative to it. */
  readonly workingDirectory: string
}

/** Settings as they are written on a command line. */
export type TextSettings = { readonly [Name in SettingName]?: Name extends 'plugins' ? readonly string[] : string }

/** The command line overrides the environment, which overrides the file. A setting that is not valid is CONFIG_INVALID. */
export async function readConfig(sources: ConfigSources): Promise<Settings> {
  const { environment, workingDirectory } = sources
  const fromFile = await readFileSettings(sources)
  const variables = Object.fromEntries(
    Object.keys(Settings.properties).flatMap((name) => {
      const text = environment[toVariable(name)]
      return text === undefined || text === '' ? [] : [[name, name === 'plugins' ? text.split(delimiter) : text]]
    }),
  )
  const fromEnvironment = checkTexts(variables, 'The environment', toVariable)
  const fromOptions = checkTexts(sources.options, 'The command line', toOption)
  return { ...fromFile, ...withPaths({ ...fromEnvironment, ...fromOptions }, workingDirectory) }
}

async function readFileSettings({ file, workingDirectory }: ConfigSources): Promise<Settings> {
  const path = resolve(workingDirectory, file ?? 'orrery.config.json')
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (file === undefined && cause.code === 'ENOENT') return undefined
    throw new HostError('CONFIG_UNREADABLE', { file: path, reason: cause.message }, { cause })
  })
  if (text === undefined) return {}
  const settings = checkSettings(parseJson(text, path), `The configuration ${path}`, (name) => `"${name}"`)
  return withPaths(settings, dirname(path))
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HostError('CONFIG_NO_JSON', { file, reason: (cause as SyntaxError).message }, { cause })
  }
}

function checkTexts(texts: TextSettings, source: string, nameOf: (name: string) => string): Settings {
  const port = texts.port !== undefined && /^\d+$/.test(texts.port) ? Number(texts.port) : texts.port
  return checkSettings({ ...texts, ...(port !== undefined && { port }) }, source, nameOf)
}

function checkSettings(value: unknown, source: string, nameOf: (name: string) => string): Settings {
  const result = validate(Settings, value)
  if (result.ok) return result.value
  const problems = result.problems.map(({ path, message }) => {
    const [, name, ...rest] = path.split('/')
    return `${name === undefined ? 'it' : [nameOf(name), ...rest].join('/')} ${message}`
  })
  throw new HostError('CONFIG_INVALID', { source, problems })
}

const withPaths = (settings: Settings, folder: string): Settings => {
  const { data, provisioning, plugins } = settings
  return {
    ...settings,
    ...(data !== undefined && { data: resolve(folder, data) }),
    ...(provisioning !== undefined && { provisioning: resolve(folder, provisioning) }),
    ...(plugins !== undefined && { plugins: plugins.map((path) => resolve(folder, path)) }),
  }
}
