import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { findConfigFile, loadConfigFile } from './config-file.ts'

const createFolder = async (files: Readonly<Record<string, string>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-config-file-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files }))
    await writeFile(join(folder, name), text)
  return folder
}
const load = async (name: string, text: string) => loadConfigFile(join(await createFolder({ [name]: text }), name))

it.each(['ts', 'js', 'mjs', 'json'])('finds orrery.config.%s', async (extension) => {
  const folder = await createFolder({ [`orrery.config.${extension}`]: '' })
  expect(await findConfigFile(folder, undefined)).toBe(join(folder, `orrery.config.${extension}`))
  expect(await findConfigFile(folder, 'other.ts')).toBe(join(folder, 'other.ts'))
})

it('finds none, and refuses to choose among several', async () => {
  expect(await findConfigFile(await createFolder({}), undefined)).toBeUndefined()
  const folder = await createFolder({ 'orrery.config.json': '{}', 'orrery.config.ts': '' })
  await expect(findConfigFile(folder, undefined)).rejects.toMatchObject({
    code: 'CONFIG_AMBIGUOUS',
    params: { folder, files: ['orrery.config.ts', 'orrery.config.json'] },
  })
})

it('takes the default export of a module, with types, imports and await', async () => {
  const folder = await createFolder({
    'port.ts': 'export const port: number = 8080',
    'orrery.config.ts': `import { port } from './port.ts'
      interface Config { port: number }
      const config: Config = await Promise.resolve({ port })
      export default config`,
  })
  expect(await loadConfigFile(join(folder, 'orrery.config.ts'))).toEqual({ port: 8080 })
  expect(await load('c.mjs', 'export default { port: 1 }')).toEqual({ port: 1 })
})

/** Loads in a process of its own: only there it is Node that reads the modules. */
const loadAll = async (files: Readonly<Record<string, string>>) => {
  const folder = await createFolder(files)
  const program = `
    import { loadConfigFile } from ${JSON.stringify(new URL('config-file.ts', import.meta.url).href)}
    const load = (name) => loadConfigFile(${JSON.stringify(folder)} + '/' + name).catch(({ code, message }) => [code, message])
    console.log(JSON.stringify(await Promise.all(${JSON.stringify(Object.keys(files))}.map(load))))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=orrery-source',
    '--input-type=module',
    '--eval',
    program,
  ])
  return JSON.parse(stdout) as unknown
}
const failure = (code: string, message: RegExp) => [code, expect.stringMatching(message) as string]

it('says what is wrong in a configuration, and where', async () => {
  const answers = await loadAll({
    'a.ts': 'const x = 1\nenum A { B }\nexport default {}',
    'b.ts': 'const x = 1\nconst = 3',
    'c.ts': "const x: string = ''\n\nthrow new Error('no TOKEN in the environment.')",
    'd.mjs': 'export const config = {}',
    'e.ts': "import x from '@acme/nothing'\nexport default x",
    'f.json': '{"port": 1,}',
    'g.ts': "import './c.ts'\nexport default {}",
  })
  expect(answers).toEqual([
    failure('CONFIG_FAILED', /enum is not supported.* \(\S*a\.ts:2\)\./),
    failure('CONFIG_FAILED', /Unexpected token.* \(\S*b\.ts:2\)\./),
    failure('CONFIG_FAILED', /no TOKEN in the environment \(\S*c\.ts:3\)\./),
    failure('CONFIG_NO_EXPORT', /d\.mjs has no default export/),
    failure('CONFIG_FAILED', /Cannot find package '@acme\/nothing'/),
    failure('CONFIG_NO_JSON', /line 1 column 12/),
    failure('CONFIG_FAILED', /g\.ts cannot be loaded: no TOKEN in the environment \(\S*c\.ts:3\)\./),
  ])
})

it('says that it cannot read a file', async () => {
  await expect(loadConfigFile('/nowhere/orrery.config.ts')).rejects.toMatchObject({
    code: 'CONFIG_UNREADABLE',
    message: expect.stringContaining('ENOENT') as string,
  })
})
