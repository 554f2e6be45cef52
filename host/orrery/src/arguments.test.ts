import { expect, it } from 'vitest'
import { HELP, parseArguments } from './arguments.ts'
import { Settings, toOption } from './settings.ts'

it('reads the options of serve', () => {
  const line = 'serve --port 0 --plugins a --plugins b --config c.json --public-url http://o --demo'
  expect(parseArguments(line.split(' '))).toEqual({
    name: 'serve',
    options: { port: '0', plugins: ['a', 'b'], publicUrl: 'http://o' },
    config: 'c.json',
    demo: true,
  })
})

it('knows each setting as an option, and explains it', () => {
  for (const name of Object.keys(Settings.properties)) {
    const command = parseArguments(['serve', toOption(name), 'text'])
    expect(command).toMatchObject({ options: { [name]: name === 'plugins' ? ['text'] : 'text' } })
    expect(HELP).toContain(`${toOption(name)} `)
  }
})

it.each([['--help'], ['--version']])('reads %s', (option) => {
  expect(parseArguments([option])).toEqual({ name: option.slice(2) })
})

it.each([
  [[], 'No command was given. See orrery --help.'],
  [['start'], 'There is no command "start". See orrery --help.'],
  [['serve', 'all'], '"all" is one word too many. See orrery --help.'],
  [['serve', '--prot', '1'], "Unknown option '--prot'. See orrery --help."],
  [['serve', '--port'], "Option '--port <value>' argument missing. See orrery --help."],
])('refuses %j', (args, message) => {
  expect(() => parseArguments(args)).toThrow(message)
})
