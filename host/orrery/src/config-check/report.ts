import type { Configuration } from '../config.ts'
import { defaultSettings, settingNames, type SettingName } from '../settings.ts'
import type { Finding } from './findings.ts'

/** What holds, where it comes from, and what is wrong with it. */
export interface ConfigReport {
  /** The file that was read; absent when there is none. */
  readonly file?: string
  readonly settings: readonly SettingRow[]
  readonly problems: readonly Finding[]
}

interface SettingRow {
  readonly name: SettingName
  /** Absent where nothing holds. What is secret in it is masked. */
  readonly value?: unknown
  /** The path of a file, the name of a variable, an option; `default`. */
  readonly from: string
}

const MASK = '******'

/** The value without what is secret in it, as JSON can hold it. */
function shown(name: SettingName, value: unknown): unknown {
  if (name === 'metricsToken') return MASK
  if (name === 'database')
    return String(value)
      .replace(/(?<=:\/\/[^@/]*:)[^/]*(?=@)/, MASK)
      .replace(/(password=)[^&]*/gi, `$1${MASK}`)
  return JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === 'function' ? '(function)' : each)))
}

export function toReport({ file, settings, origins }: Configuration, problems: readonly Finding[]): ConfigReport {
  const values: { readonly [Name in SettingName]?: unknown } = { ...defaultSettings, ...settings }
  return {
    ...(file !== undefined && { file }),
    settings: settingNames.map((name) => ({
      name,
      ...(values[name] !== undefined && { value: shown(name, values[name]) }),
      from: origins[name] ?? 'default',
    })),
    problems,
  }
}

const textOf = (value: unknown) =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** The report for people: a row for each setting, then a line for each problem. */
export function reportText({ settings, problems }: ConfigReport): string {
  const rows = settings.map(({ name, value, from }) => [name, textOf(value), from] as const)
  const widths = [0, 1].map((column) => Math.min(60, Math.max(...rows.map((row) => row[column]!.length))))
  const table = rows.map(([name, value, from]) => `${name.padEnd(widths[0]!)}  ${value.padEnd(widths[1]!)}  ${from}\n`)
  return [...table, ...problems.map(({ level, setting, message }) => `${level}: ${setting}: ${message}\n`)].join('')
}
