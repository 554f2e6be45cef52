import { expect, it } from 'vitest'
import { parseArguments } from './arguments.ts'
import { defineCommand } from './commands/define-command.ts'
import { commands } from './commands/table.ts'
import { commandHelp, helpOf } from './help.ts'
import { textSettings, toOption } from './settings.ts'

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), commands)
const name = (line: string) => {
  const request = parse(line)
  return request.do === 'version' ? request : { do: request.do, command: request.command?.name }
}
const serve = commands.find((command) => command.name === 'serve')!

it('reads the words and options of a command', () => {
  expect(parse('serve --port 0 --plugins a --plugins b --config c.json --public-url http://o --demo')).toEqual({
    do: 'run',
    command: serve,
    line: {
      words: [],
      options: {
        ...Object.fromEntries(Object.keys(textSettings).map((setting) => [setting, undefined])),
        port: '0',
        plugins: ['a', 'b'],
        actionOrigins: [],
        trustProxy: [],
        publicUrl: 'http://o',
        config: 'c.json',
        demo: true,
      },
    },
  })
  expect(parse('backup a.db')).toMatchObject({ line: { words: ['a.db'] } })
})

it('knows each setting that one text can say as an option of serve, and explains it', () => {
  for (const setting of Object.keys(textSettings)) {
    const request = parseArguments(['serve', toOption(setting), 'text'], commands)
    const isList = ['actionOrigins', 'plugins', 'trustProxy'].includes(setting)
    expect(request).toMatchObject({ line: { options: { [setting]: isList ? ['text'] : 'text' } } })
    expect(commandHelp(serve)).toContain(`${toOption(setting)} `)
  }
})

it('reads what is asked of the command itself', () => {
  expect(name('--version')).toEqual({ do: 'version' })
  for (const line of ['--help', '-h', 'help']) expect(name(line)).toEqual({ do: 'help', command: undefined })
  for (const line of ['help backup', 'backup --help', 'backup -h a b'])
    expect(name(line)).toEqual({ do: 'help', command: 'backup' })
})

it('explains every command in one line, and each of its options in one', () => {
  const help = helpOf(commands)
  for (const command of commands) {
    expect(help).toContain(`  ${[command.name, ...(command.words ?? [])].join(' ')} `)
    const text = commandHelp(command)
    for (const option of Object.keys(command.options)) expect(text).toContain(`${toOption(option)} `)
    for (const line of `${help}${text}`.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  }
})

it('takes commands of two words, and words that may be left out or repeated', () => {
  const run = () => Promise.resolve(0)
  const table = [
    defineCommand({ name: 'note check', summary: '', words: ['[FILE]'], options: {}, run }),
    defineCommand({ name: 'note list', summary: '', words: ['NAME...'], options: {}, run }),
  ]
  const words = (...args: string[]) => parseArguments(args, table)
  expect(words('note', 'check')).toMatchObject({ command: table[0], line: { words: [] } })
  expect(words('note', 'list', 'a', 'b')).toMatchObject({ command: table[1], line: { words: ['a', 'b'] } })
  expect(() => words('note', 'list')).toThrow('NAME is missing. See orrery help note list.')
  expect(() => words('note')).toThrow('"note" needs another word: note check, note list. See orrery --help.')
})

it.each([
  ['', 'No command was given. See orrery --help.'],
  ['frobnicate', 'There is no command "frobnicate". See orrery --help.'],
  ['srve', 'There is no command "srve". Did you mean serve? See orrery --help.'],
  ['help srve', 'There is no command "srve". Did you mean serve? See orrery --help.'],
  ['serve all', '"all" is one word too many. See orrery help serve.'],
  ['serve --prot 1', "Unknown option '--prot'. Did you mean --port? See orrery help serve."],
  ['serve --colour', "Unknown option '--colour'. See orrery help serve."],
  ['serve --port', "Option '--port <value>' argument missing. See orrery help serve."],
  ['backup', 'FILE is missing. See orrery help backup.'],
])('refuses "%s"', (line, message) => {
  expect(() => parse(line)).toThrow(message)
})
