import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig, type ConfigSources } from './config.ts'

const createFolder = async (config?: string, file = 'orrery.config.json') => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-config-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  if (config !== undefined) await writeFile(join(folder, file), config)
  return folder
}
const read = async (sources: Partial<ConfigSources> & { workingDirectory: string }) => (await readAll(sources)).settings
const readAll = (sources: Partial<ConfigSources> & { workingDirectory: string }) =>
  readConfig({ options: {}, file: undefined, environment: {}, ...sources })

it('has no settings when nothing is said', async () => {
  expect(await read({ workingDirectory: await createFolder() })).toEqual({})
})

it('reads the configuration of the working directory, with paths from its folder', async () => {
  const folder = await createFolder(
    '{"port": 0, "data": "state", "plugins": ["./a", "/b"], "publicUrl": "https://o.example", "logo": "logo.svg"}',
  )
  const expected = {
    port: 0,
    data: join(folder, 'state'),
    plugins: [join(folder, 'a'), '/b'],
    publicUrl: 'https://o.example',
    logo: join(folder, 'logo.svg'),
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

it('says where each setting comes from', async () => {
  const workingDirectory = await createFolder('{"port": 1, "host": "::1", "trustProxy": ["::1"]}')
  const environment = { ORRERY_HOST: '::', ORRERY_TRUST_PROXY: '10.0.0.0/8,fd00::/8' }
  const file = join(workingDirectory, 'orrery.config.json')
  expect(await readAll({ workingDirectory, environment, options: { graceMs: '0' } })).toEqual({
    settings: { port: 1, host: '::', trustProxy: ['10.0.0.0/8', 'fd00::/8'], graceMs: 0 },
    origins: { port: file, host: 'ORRERY_HOST', trustProxy: 'ORRERY_TRUST_PROXY', graceMs: '--grace-ms' },
    file,
  })
})

it('finds a plugin that is named as a package where Node finds it from the configuration', async () => {
  const folder = await createFolder('{"plugins": ["@acme/datasource-x"]}')
  const installed = join(folder, 'node_modules/@acme/datasource-x')
  await expect(read({ workingDirectory: folder })).rejects.toMatchObject({ code: 'CONFIG_PLUGIN_MISSING' })
  await mkdir(installed, { recursive: true })
  await writeFile(join(installed, 'package.json'), '{}')
  expect(await read({ workingDirectory: folder })).toEqual({ plugins: [installed] })
  // What is overridden is not looked for.
  const other = await createFolder('{"plugins": ["@acme/datasource-x"]}')
  expect(await read({ workingDirectory: other, options: { plugins: ['/b'] } })).toEqual({ plugins: ['/b'] })
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
  ['{"auth": {"authenticate": "x"}}', 'CONFIG_INVALID', /"auth"\/authenticate must be a function/],
  ['{"auth": {"anonymous": "admin"}}', 'CONFIG_INVALID', /"auth"\/anonymous must be one of "viewer", "editor"/],
  ['{"home": "//evil.example"}', 'CONFIG_INVALID', /"home" must match/],
  ['{"logLevel": "loud"}', 'CONFIG_INVALID', /"logLevel" must be one of "debug"/],
  ['{"theme": {"dark": {"accent": "red"}}}', 'CONFIG_INVALID', /"theme"\/dark\/accent is not known here/],
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
