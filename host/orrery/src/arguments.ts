import { parseArgs } from 'node:util'
import type { AnyCommand, Line, OptionSpecs } from './commands/define-command.ts'
import { HostError } from './errors.ts'
import { nearest } from './nearest.ts'
import { toOption } from './settings.ts'

/** What a command line asks for. */
export type Request =
  | { readonly do: 'version' }
  /** Of one command, or of all. */
  | { readonly do: 'help'; readonly command: AnyCommand | undefined }
  | { readonly do: 'run'; readonly command: AnyCommand; readonly line: Line<OptionSpecs> }

const ask = (word: string | undefined) => (word === undefined ? '' : `. Did you mean ${word}?`)

const refuse = (reason: string, command?: AnyCommand, options?: ErrorOptions): never => {
  throw new HostError(
    'CONFIG_ARGUMENTS',
    { reason, help: command ? `orrery help ${command.name}` : 'orrery --help' },
    options,
  )
}

/** Reads a command line; CONFIG_ARGUMENTS when it says something unknown. */
export function parseArguments(args: readonly string[], commands: readonly AnyCommand[]): Request {
  const [first, ...rest] = args
  if (first === undefined) return refuse('No command was given')
  if (first === '--version') return { do: 'version' }
  if (first === '--help' || first === '-h') return { do: 'help', command: undefined }
  if (first === 'help') return { do: 'help', command: rest.length ? findCommand(rest, commands) : undefined }
  const command = findCommand(args, commands)
  return parseLine(command, args.slice(command.name.split(' ').length))
}

function findCommand(args: readonly string[], commands: readonly AnyCommand[]): AnyCommand {
  const found = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name)
  if (found) return found
  const second = commands.filter(({ name }) => name.startsWith(`${args[0]} `)).map(({ name }) => name)
  if (second.length) return refuse(`"${args[0]}" needs another word: ${second.join(', ')}`)
  const known = commands.map(({ name }) => name)
  return refuse(`There is no command "${args[0]}"${ask(nearest(args[0]!, known))}`)
}

function parseLine(command: AnyCommand, args: readonly string[]): Request {
  const { positionals, values } = parseOptions(command, args)
  if (values.has('help')) return { do: 'help', command }
  const options = Object.entries(command.options).map(([name, { type, multiple }]) => {
    const absent = type === 'boolean' ? false : multiple ? [] : undefined
    return [name, values.get(toOption(name).slice(2)) ?? absent]
  })
  assertWords(command, positionals)
  return { do: 'run', command, line: { words: positionals, options: Object.fromEntries(options) } }
}

function parseOptions(command: AnyCommand, args: readonly string[]) {
  const help = { type: 'boolean', short: 'h' } as const
  const options = Object.entries(command.options).map(
    ([name, { type, multiple = false, short }]) =>
      [toOption(name).slice(2), { type, multiple, ...(short !== undefined && { short }) }] as const,
  )
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...Object.fromEntries(options), help },
    })
    return { positionals, values: new Map<string, unknown>(Object.entries(values)) }
  } catch (cause) {
    const reason = (cause as Error).message.split('.')[0]!
    const written = /^Unknown option '(-.+)'/.exec(reason)?.[1]
    const known = options.map(([name]) => `--${name}`)
    return refuse(`${reason}${written === undefined ? '' : ask(nearest(written, known))}`, command, { cause })
  }
}

/** As many words as the command takes. */
function assertWords(command: AnyCommand, words: readonly string[]): void {
  const expected = command.words ?? []
  const missing = expected[words.length]
  if (missing !== undefined && !missing.startsWith('[')) refuse(`${missing.replace('...', '')} is missing`, command)
  const extra = words[expected.length]
  const isOpen = expected.at(-1)?.includes('...') === true
  if (extra !== undefined && !isOpen) refuse(`"${extra}" is one word too many`, command)
}
