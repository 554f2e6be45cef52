import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isCodedError } from '@orrery/sdk'
import { parseArguments, type Request } from './arguments.ts'
import type { Terminal } from './commands/define-command.ts'
import { commands } from './commands/table.ts'
import { readFileVariables } from './file-variables.ts'
import { commandHelp, helpOf } from './help.ts'
import { hintsFor } from './hints.ts'
import { packageFolder } from './package-folder.ts'

/** Runs the command `orrery`; resolves to its exit code: 2 when it was called or configured wrongly, 1 for another failure. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let failureCode = 1
  try {
    const request = parseArguments(args, commands)
    if (request.do === 'run') failureCode = request.command.failureCode ?? failureCode
    return await answer(request, terminal)
  } catch (error) {
    // An error without a code is a defect of the host, whose stack helps.
    if (isCodedError(error)) terminal.err(`${error.code}: ${error.message}\n${hintsFor([error.code])}`)
    else terminal.err(`${(error as Error).stack}\n`)
    return isMisuse(error) ? 2 : failureCode
  }
}

/** Errors of the server that are about what it was told. */
const MISCONFIGURED = new Set(['OPTIONS_INVALID', 'DEMO_ADDRESS_FORBIDDEN'])

const isMisuse = (error: unknown) =>
  isCodedError(error) && (error.code.startsWith('CONFIG_') || MISCONFIGURED.has(error.code))

async function answer(request: Request, terminal: Terminal): Promise<number> {
  if (request.do === 'run') {
    const { command, line } = request
    readFileVariables(terminal.environment)
    // The line was read with the options of this very command.
    return command.run(line as never, terminal)
  }
  if (request.do === 'version') terminal.out(`${await readVersion()}\n`)
  else terminal.out(request.command ? commandHelp(request.command) : helpOf(commands))
  return 0
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(packageFolder('@orrery/host'), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
