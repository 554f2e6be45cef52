import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { isCodedError } from '@orrery/sdk'
import { backupStore, restoreStore, ServerError } from '@orrery/server'
import { HELP, parseArguments, type Command } from './arguments.ts'
import { readConfig } from './config.ts'
import { createHost } from './create-host.ts'
import { HostError } from './errors.ts'
import { dataFolder } from './settings.ts'

/** What a command writes, and what ends `serve`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
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

const isMisconfigured = (error: unknown) =>
  error instanceof HostError ||
  (error instanceof ServerError && ['OPTIONS_INVALID', 'DEMO_ADDRESS_FORBIDDEN'].includes(error.code))

async function runCommand(command: Command, { out, err, stop }: Terminal): Promise<number> {
  if (command.name === 'help') out(HELP)
  if (command.name === 'version') out(`${await readVersion()}\n`)
  if (command.name === 'serve') {
    const host = await createHost({ ...(await settingsOf(command)), demo: command.demo })
    // Not to standard output, where the log goes.
    const setup = host.setupUrl === undefined ? '' : `Create the first user, once, at ${host.setupUrl}\n`
    err(`Orrery is at ${host.url}\n${setup}`)
    await stop
    await host.close()
  }
  if (command.name === 'backup') {
    await backupStore(dataFolder(await settingsOf(command)), command.file)
    out(`${command.file}\nThe key of the secrets is not in it: keep secret.key, or ORRERY_SECRET_KEY, elsewhere.\n`)
  }
  if (command.name === 'restore') {
    const replaced = restoreStore(dataFolder(await settingsOf(command)), command.file)
    out(replaced === undefined ? 'Restored.\n' : `Restored. What was there before is kept in ${replaced}\n`)
  }
  return 0
}

const settingsOf = ({ options, config }: Exclude<Command, { name: 'help' | 'version' }>) =>
  readConfig({ options, file: config, environment: process.env, workingDirectory: process.cwd() })

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
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
