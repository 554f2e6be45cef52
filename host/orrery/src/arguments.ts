import { parseArgs } from 'node:util'
import type { TextSettings } from './config.ts'
import { HostError } from './errors.ts'

export const HELP = `orrery: dashboards, built from plugins

  orrery serve [options]    start the host
  orrery backup FILE        copy the SQLite store of --data into a file, also while a host runs
  orrery restore FILE       make such a copy the store of --data; what was there is kept beside it

  --port PORT               port to listen on, 0 for a free one (default: 3000)
  --host ADDRESS            address to listen on (default: 127.0.0.1)
  --data DIR                folder of the database and keys (default: ./orrery-data)
  --database URL            PostgreSQL that several hosts share (default: SQLite in the data folder)
  --config FILE             configuration (default: ./orrery.config.json, when it is there)
  --plugins DIR             one more plugin, or a folder of plugins; may be repeated
  --provisioning DIR        folder of resources that are read at start and when they change
  --public-url URL          address under which people reach the host
  --demo                    show this machine: temporary data, no sign-in, this machine only
  --help, --version

Each setting can also stand in the configuration ({"port": 3000}) or in the environment (ORRERY_PORT=3000).
The command line comes first, then the environment, then the configuration.
`

export type Command =
  | { readonly name: 'help' | 'version' }
  | {
      readonly name: 'backup' | 'restore'
      readonly file: string
      readonly options: TextSettings
      readonly config: string | undefined
    }
  | {
      readonly name: 'serve'
      readonly options: TextSettings
      readonly config: string | undefined
      readonly demo: boolean
    }

/** Reads a command line; CONFIG_ARGUMENTS when it says something unknown. */
export function parseArguments(args: readonly string[]): Command {
  const { positionals, values } = parse(args)
  const { help, version, demo, config, 'public-url': publicUrl, ...options } = values
  if (help) return { name: 'help' }
  if (version) return { name: 'version' }
  const [name, ...words] = positionals
  const settings = { options: { ...options, ...(publicUrl !== undefined && { publicUrl }) }, config }
  if (name === 'serve') {
    assertWords(words, [])
    return { name, ...settings, demo }
  }
  if (name === 'backup' || name === 'restore') return { name, file: assertWords(words, ['FILE'])[0]!, ...settings }
  throw new HostError('CONFIG_ARGUMENTS', {
    reason: name === undefined ? 'No command was given' : `There is no command "${name}"`,
  })
}

/** As many words as the command takes. */
function assertWords(words: readonly string[], expected: readonly string[]): readonly string[] {
  const missing = expected[words.length]
  if (missing !== undefined) throw new HostError('CONFIG_ARGUMENTS', { reason: `${missing} is missing` })
  const extra = words[expected.length]
  if (extra !== undefined) throw new HostError('CONFIG_ARGUMENTS', { reason: `"${extra}" is one word too many` })
  return words
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        database: { type: 'string' },
        config: { type: 'string' },
        plugins: { type: 'string', multiple: true },
        provisioning: { type: 'string' },
        'public-url': { type: 'string' },
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    const reason = (cause as Error).message.split('.')[0]!
    throw new HostError('CONFIG_ARGUMENTS', { reason }, { cause })
  }
}
