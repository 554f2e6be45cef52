import { parseArgs } from 'node:util'
import { isCodedError } from '@orrery/schema'
import { buildPlugin } from './build.ts'

const HELP = `orrery-plugin: tools for authors of Orrery plugins

  orrery-plugin build [--root DIR]   bundle both sides of a plugin and write dist/manifest.json

  --root DIR   the plugin's folder (default: the current one)
  --help       show this text
`

/** Runs the command; resolves to its exit code. What is printed goes to the two writers. */
export async function run(
  args: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  const { command, root, help, problem } = readArguments(args)
  if (help) {
    out(HELP)
    return 0
  }
  if (problem !== undefined || command !== 'build') {
    err(
      `${problem ?? (command === undefined ? 'No command was given.' : `There is no command "${command}".`)}\n\n${HELP}`,
    )
    return 1
  }
  try {
    const start = performance.now()
    const { id, version, contributes, files } = await buildPlugin(root)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    out(`${id} ${version}: ${contributes.length} contributions, ${Object.keys(files).length} files in ${seconds} s\n`)
    return 0
  } catch (error) {
    // An error without a code is a defect of this tool, whose stack helps.
    err(
      isCodedError(error)
        ? `${error.code}: ${error.message}\n`
        : `${error instanceof Error ? error.stack : String(error)}\n`,
    )
    return 1
  }
}

interface Arguments {
  readonly command: string | undefined
  readonly root: string
  readonly help: boolean
  readonly problem?: string
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { root: { type: 'string', default: '.' }, help: { type: 'boolean', default: false, short: 'h' } },
    })
    const [command, extra] = positionals
    return { command, ...values, ...(extra === undefined ? {} : { problem: `"${extra}" is one word too many.` }) }
  } catch (error) {
    return {
      command: undefined,
      root: '.',
      help: false,
      problem: error instanceof Error ? error.message : String(error),
    }
  }
}
