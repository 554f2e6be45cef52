import { expect, it } from 'vitest'
import { createPlugin } from '../test/fixture.ts'
import { run } from './command.ts'

const call = async (...args: string[]) => {
  const printed = { out: '', err: '' }
  const code = await run(
    args,
    (text) => (printed.out += text),
    (text) => (printed.err += text),
  )
  return { code, ...printed }
}

it('builds the plugin in the named folder and says what it made', async () => {
  const { root, dist } = await createPlugin()
  expect(await call('build', '--root', root)).toEqual({
    code: 0,
    out: expect.stringMatching(/^@acme\/demo 1\.2\.3: 3 contributions, 15 files in [\d.]+ s\n$/) as string,
    err: '',
  })
  expect(Object.keys(await dist())).toContain('manifest.json')
})

it('prints the code and the message of a failure, and no stack', async () => {
  const { root, write } = await createPlugin()
  await write('src/index.ts', 'export default { title: 1n }')
  expect(await call('build', '--root', root)).toEqual({
    code: 1,
    out: '',
    err: 'PLUGIN_BUILD_NOT_JSON: plugin.title is a bigint, which JSON cannot hold. Put code behind server(...), web(...) or shared(...).\n',
  })
})

it('explains itself on --help', async () => {
  expect(await call('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('orrery-plugin build [--root DIR]') as string,
  })
})

it.each([
  [[], 'No command was given.'],
  [['bake'], 'There is no command "bake".'],
  [['build', 'it'], '"it" is one word too many.'],
  [['build', '--fast'], "Unknown option '--fast'"],
])('refuses %j', async (args, problem) => {
  const { code, err } = await call(...args)
  expect(code).toBe(1)
  expect(err).toContain(problem)
  expect(err).toContain('--root DIR')
})
