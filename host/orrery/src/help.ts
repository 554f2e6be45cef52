import { toOption } from './settings.ts'
import type { AnyCommand, OptionSpec, OptionSpecs } from './commands/define-command.ts'

const lines = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}\n`).join('')
}

const usage = ({ name, words = [] }: AnyCommand) => [name, ...words].join(' ')

const optionLine = ([name, { short, value, about }]: [string, OptionSpec]): readonly [string, string] => {
  const letter = short === undefined ? '' : `-${short}, `
  return [`${letter}${toOption(name)}${value === undefined ? '' : ` ${value}`}`, about]
}

/** One line for each option, in two columns. */
const optionLines = (options: OptionSpecs) =>
  lines([...Object.entries(options).map(optionLine), ['-h, --help', 'show this']])

/** What `orrery --help` says. */
export const helpOf = (commands: readonly AnyCommand[]) => `orrery: dashboards, built from plugins

${lines(commands.map((command) => [usage(command), command.summary]))}
  orrery help COMMAND  or  orrery COMMAND --help  explains one
  orrery --version
`

/** What the help of one command says. */
export const commandHelp = (command: AnyCommand) => `orrery ${usage(command)}: ${command.summary}

${optionLines(command.options)}${command.notes === undefined ? '' : `\n${command.notes}\n`}`
