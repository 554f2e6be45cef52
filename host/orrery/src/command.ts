import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isCodedError } from '@orrery/sdk'
import { HELP, parseArguments, type Command } from './arguments.ts'
import { readConfig } from './config.ts'
import { HostError } from './errors.ts'
import { packageFolder } from './package-folder.ts'
import { dataFolder, type Settings } from './settings.ts'

/** What a command writes and keeps, and what ends `serve`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Keeps the compiled form of the code that is loaded from now on in this folder, for the next start. */
  readonly cacheCode: (folder: string) => void
  /** Settles when the host has to stop. */
  readonly stop: Promise<unknown>
}

/** Runs the command `orrery`; resolves to its exit code: 2 when it was called or configured wrongly, 1 for another failure. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(parseArguments(args), terminal)
  } catch (error) {
    // An error without a code is a defect of the host, whose stack helps.
    terminal.err(isCodedError(error) ? `${error.code}: ${error.message}\n` : `${(error as Error).stack}\n`)
    return isMisconfigured(error) ? 2 : 1
  }
}

/** Errors of the server that are about what it was told. */
const MISCONFIGURED = new Set(['OPTIONS_INVALID', 'DEMO_ADDRESS_FORBIDDEN'])

const isMisconfigured = (error: unknown) =>
  error instanceof HostError || (isCodedError(error) && MISCONFIGURED.has(error.code))

// The host is imported late: it is most of the code, which is compiled only once its cache is known.
async function runCommand(command: Command, { out, err, cacheCode, stop }: Terminal): Promise<number> {
  if (command.name === 'help') out(HELP)
  if (command.name === 'version') out(`${await readVersion()}\n`)
  if (command.name === 'serve') {
    const settings = await settingsOf(command)
    if (!command.demo && keepsData(settings)) cacheCode(join(dataFolder(settings), 'compiled'))
    const { createHost } = await import('./create-host.ts')
    const host = await createHost({ ...settings, demo: command.demo })
    // Not to standard output, where the log goes.
    const setup = host.setupUrl === undefined ? '' : `Create the first user, once, at ${host.setupUrl}\n`
    err(`Orrery is at ${host.url}\n${setup}`)
    await stop
    await host.close()
  }
  if (command.name === 'backup') {
    const { backupStore } = await import('@orrery/server')
    await backupStore(dataFolder(await settingsOf(command)), command.file)
    out(`${command.file}\nThe key of the secrets is not in it: keep secret.key, or ORRERY_SECRET_KEY, elsewhere.\n`)
  }
  if (command.name === 'restore') {
    const { restoreStore } = await import('@orrery/server')
    const replaced = restoreStore(dataFolder(await settingsOf(command)), command.file)
    out(replaced === undefined ? 'Restored.\n' : `Restored. What was there before is kept in ${replaced}\n`)
  }
  return 0
}

const settingsOf = ({ options, config }: Exclude<Command, { name: 'help' | 'version' }>) =>
  readConfig({ options, file: config, environment: process.env, workingDirectory: process.cwd() })

/** Whether the host has a data folder: with PostgreSQL only when it was given one. */
const keepsData = ({ data, database }: Settings) => data !== undefined || database === undefined

async function readVersion(): Promise<string> {
  const text = await readFile(join(packageFolder('@orrery/host'), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Settles at the first SIGINT or SIGTERM; a second one ends the process at once. */
export async function untilSignal(): Promise<void> {
  const heard = new AbortController()
  const first = ['SIGINT', 'SIGTERM'].map((name) => once(process, name, { signal: heard.signal }))
  await Promise.race(first)
  // Without a listener of ours, the next signal does what it does to every process.
  heard.abort()
  await Promise.allSettled(first)
}
