import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig, type ConfigSources } from './config.ts'

const createFolder = async (config?: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-config-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  if (config !== undefined) await writeFile(join(folder, 'orrery.config.json'), config)
  return folder
}
const read = (sources: Partial<ConfigSources> & { workingDirectory: string }) =>
  readConfig({ options: {}, file: undefined, environment: {}, ...sources })

it('has no settings when nothing is said', async () => {
  expect(await read({ workingDirectory: await createFolder() })).toEqual({})
})

it('reads the configuration of the working directory, with paths from its folder', async () => {
  const folder = await createFolder(
    '{"port": 0, "data": "state", "plugins": ["a", "/b"], "publicUrl": "https://o.example"}',
  )
  const expected = {
    port: 0,
    data: join(folder, 'state'),
    plugins: [join(folder, 'a'), '/b'],
    publicUrl: 'https://o.example',
  }
  expect(await read({ workingDirectory: folder })).toEqual(expected)
  expect(await read({ workingDirectory: '/', file: join(folder, 'orrery.config.json') })).toEqual(expected)
})

it('lets the environment override the file, and the command line both', async () => {
  const workingDirectory = await createFolder('{"port": 1, "host": "::1", "data": "a"}')
  const environment = { ORRERY_PORT: '2', ORRERY_DATA: '/b', ORRERY_PUBLIC_URL: 'http://o', ORRERY_HOST: '' }
  expect(await read({ workingDirectory, environment, options: { port: '3' } })).toEqual({
    port: 3,
    host: '::1',
    data: '/b',
    publicUrl: 'http://o',
  })
})

it.each([
  [
    '{"port": "x"}',
    'CONFIG_INVALID',
    /^The configuration \S+orrery\.config\.json is not valid: "port" must be a whole number\./,
  ],
  ['{"prot": 1}', 'CONFIG_INVALID', /"prot" is not known here/],
  ['{"plugins": ["a", 3]}', 'CONFIG_INVALID', /"plugins"\/1 must be a text/],
  ['[]', 'CONFIG_INVALID', /it must be an object/],
  ['{"port": 1,}', 'CONFIG_NO_JSON', /orrery\.config\.json is no JSON: .*line 1 column 12/],
])('refuses the configuration %s', async (text, code, message) => {
  const workingDirectory = await createFolder(text)
  await expect(read({ workingDirectory })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
  })
})

it('refuses a named configuration that is not there', async () => {
  const workingDirectory = await createFolder()
  await expect(read({ workingDirectory, file: 'other.json' })).rejects.toMatchObject({ code: 'CONFIG_UNREADABLE' })
})

it('names the variable or option that is not valid', async () => {
  const workingDirectory = await createFolder()
  await expect(read({ workingDirectory, environment: { ORRERY_PORT: '80a' } })).rejects.toThrow(
    'The environment is not valid: ORRERY_PORT must be a whole number.',
  )
  await expect(read({ workingDirectory, options: { publicUrl: 'o.example' } })).rejects.toThrow(
    'The command line is not valid: --public-url ',
  )
})
