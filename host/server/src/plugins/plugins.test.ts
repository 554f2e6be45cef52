import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { PluginList } from '@orrery/api'
import { isCodedError } from '@orrery/schema'
import fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { demoSubject } from '../auth/subject.ts'
import { startTestServer } from '../testing/test-server.ts'
import { createBuiltPlugins } from './built-plugins.ts'
import { importMap } from './import-map.ts'
import type { InstalledPlugin } from './installed.ts'
import { servePluginFiles } from './plugin-files.ts'
import { pluginList } from './plugin-list.ts'

const FILES = {
  './server/connect.js':
    "import { part } from './chunk.js'\nglobalThis.evaluated = (globalThis.evaluated ?? 0) + 1\nexport default () => part\n",
  './server/chunk.js': "export const part = 'from the chunk'\n",
  './server/broken.js': "throw new Error('boom')\n",
  './server/bare.js': 'export const named = 1\n',
  './ui/Panel.js': 'export default { abi: 1 }\n',
  './ui/ui.css': '@layer plugins{.a{color:red}}\n',
}
const integrity = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`
const hashes = Object.fromEntries(Object.entries(FILES).map(([file, text]) => [file, integrity(text)]))
const connect = { $door: 'server', path: './server/connect.js' } as const
const view = { $door: 'web', path: './ui/Panel.js' } as const

const manifestOf = (id: string) => ({
  manifest: 1,
  id,
  version: '1.0.0',
  sdk: '^0.1.0',
  title: 'Demo',
  contributes: [
    { kind: 'datasource', id: 'demo', title: 'Demo', options: { type: 'object' }, query: { type: 'object' }, connect },
    { kind: 'panel', id: 'demo', title: 'Demo', options: { type: 'object' }, view },
  ],
  files: hashes,
})

const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-plugins-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const write = async (folder: string, file: string, text: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}

/** A built plugin in a folder of its own. */
const install = async (id = '@acme/demo', manifest: object = manifestOf(id)) => {
  const folder = await temporaryFolder()
  for (const [file, text] of Object.entries(FILES)) await write(folder, `dist/${file}`, text)
  await write(folder, 'dist/manifest.json', JSON.stringify(manifest))
  return folder
}

const installed = async (id?: string): Promise<InstalledPlugin> => {
  const { plugins, problems } = await createBuiltPlugins([await install(id)]).read()
  expect(problems).toEqual([])
  return plugins[0]!
}
const open = createBuiltPlugins([]).open

it('lists plugins and evaluates none of their code', async () => {
  const folders = [await install('@acme/one'), await install('two')]
  const found = await createBuiltPlugins(folders).read()
  const [one, two] = found.plugins.map(({ base }) => base)
  expect([one, two]).toEqual([
    expect.stringMatching(/^\/plugins\/@acme\/one\/[0-9a-f]{16}\/$/),
    expect.stringMatching(/^\/plugins\/two\/[0-9a-f]{16}\/$/),
  ])
  const { contributes } = manifestOf('')
  const css = (base: string) => ({ href: `${base}ui/ui.css`, integrity: hashes['./ui/ui.css'] })
  expect(pluginList(found, demoSubject)).toEqual({
    plugins: [
      { id: '@acme/one', version: '1.0.0', title: 'Demo', base: one, css: css(one!), contributes },
      { id: 'two', version: '1.0.0', title: 'Demo', base: two, css: css(two!), contributes },
    ],
    problems: [],
  })
  expect(globalThis).not.toHaveProperty('evaluated')
})

it('starts a host with plugins whose code is broken, and meets that only where it is used', async () => {
  const loud = "process.emitWarning('evaluated')\nthrow new Error('boom')\n"
  const folder = await install('@acme/loud', {
    ...manifestOf('@acme/loud'),
    files: { ...hashes, './server/connect.js': integrity(loud) },
  })
  await write(folder, 'dist/server/connect.js', loud)
  // A warning fails the test.
  const server = await startTestServer({ plugins: [folder] })
  onTestFinished(() => server.close())
  const { body } = await (await server.setUp()).send('/api/v1/plugins')
  expect(body).toMatchObject({ plugins: [{ id: '@acme/loud' }], problems: [] })
})

it('names the broken one among two hundred, and the others work', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `many-${index}`)
  const folders = await Promise.all(
    names.map((id) => {
      const manifest = manifestOf(id)
      const contributes = manifest.contributes.map((each) => ({ ...each, id }))
      return install(id, { ...manifest, contributes, ...(id === 'many-120' && { title: 3 }) })
    }),
  )
  const server = await startTestServer({ plugins: folders })
  onTestFinished(() => server.close())
  const { body } = await (await server.setUp()).send('/api/v1/plugins')
  const { plugins, problems } = body as PluginList
  expect(plugins.map(({ id }) => id)).toEqual(names.filter((id) => id !== 'many-120'))
  expect(problems).toEqual([
    { folder: folders[120], code: 'MANIFEST_INVALID', detail: expect.stringContaining('title') as string },
  ])
  const { plugins: found } = await createBuiltPlugins([folders[199]!]).read()
  expect(((await open(found[0]!, connect)) as () => string)()).toBe('from the chunk')
})

it('changes the address of all files with any file', async () => {
  const other = { ...manifestOf('@acme/demo'), files: { ...hashes, './ui/ui.css': integrity('other') } }
  const { plugins } = await createBuiltPlugins([await install('@acme/demo', other)]).read()
  expect(plugins[0]!.base).not.toBe((await installed()).base)
})

it('reports folders that it cannot use, and lists the others', async () => {
  const good = await install()
  const empty = await temporaryFolder()
  const half = await temporaryFolder()
  await write(half, 'dist/manifest.json', '{"manifest": 1,')
  const wrong = await install('@acme/wrong', { ...manifestOf('@acme/wrong'), title: 3 })
  const { plugins, problems } = await createBuiltPlugins([empty, good, half, wrong]).read()
  expect(plugins.map(({ manifest }) => manifest.id)).toEqual(['@acme/demo'])
  expect(problems).toEqual([
    {
      folder: empty,
      code: 'PLUGIN_FOLDER_UNREADABLE',
      detail: expect.stringContaining(`${empty} has no readable dist/manifest.json (ENOENT).`) as string,
    },
    {
      folder: half,
      code: 'PLUGIN_MANIFEST_NO_JSON',
      detail: expect.stringContaining('dist/manifest.json is no JSON: ') as string,
    },
    { folder: wrong, code: 'MANIFEST_INVALID', detail: expect.stringContaining('title') as string },
  ])
})

it('opens a server door, its chunks with it', async () => {
  const connected = (await open(await installed(), connect)) as () => string
  expect(connected()).toBe('from the chunk')
})

it.each([
  ['a web door', view],
  ['a file that the manifest does not list', { $door: 'server', path: './server/other.js' }],
  ['a path out of the plugin', { $door: 'server', path: './server/../../evil.js' }],
  ['a browser file', { $door: 'server', path: './ui/Panel.js' }],
] as const)('does not open %s on the server', async (_, door) => {
  await expect(open(await installed(), door)).rejects.toMatchObject({ code: 'PLUGIN_DOOR_FORBIDDEN' })
})

it('runs nothing of a plugin of which one server file is changed, until it is put back', async () => {
  const plugin = await installed()
  await write(plugin.folder, 'server/chunk.js', "export const part = 'evil'\n")
  await expect(open(plugin, connect)).rejects.toMatchObject({
    code: 'PLUGIN_FILE_CHANGED',
    message: expect.stringContaining('@acme/demo: ./server/chunk.js is not the file that was installed') as string,
  })
  await write(plugin.folder, 'server/chunk.js', FILES['./server/chunk.js'])
  expect(((await open(plugin, connect)) as () => string)()).toBe('from the chunk')
})

it('says which file fails, and which gives nothing', async () => {
  const plugin = await installed()
  const failed = open(plugin, { $door: 'server', path: './server/broken.js' })
  await expect(failed).rejects.toMatchObject({
    code: 'PLUGIN_DOOR_FAILED',
    params: { id: '@acme/demo', file: './server/broken.js', reason: 'boom' },
  })
  const bare = open(plugin, { $door: 'server', path: './server/bare.js' })
  await expect(bare).rejects.toMatchObject({
    code: 'PLUGIN_DOOR_FAILED',
    params: { reason: 'it has no default export' },
  })
})

it('adds the integrity of plugin scripts to the import map, and the policy admits exactly that map', async () => {
  const plugin = await installed()
  const host = { imports: { vue: '/assets/vue.js' }, integrity: { '/assets/vue.js': 'sha384-</script>' } }
  const { text, cspHash } = importMap(host, [plugin])
  expect(JSON.parse(text)).toEqual({
    imports: host.imports,
    integrity: { ...host.integrity, [`${plugin.base}ui/Panel.js`]: hashes['./ui/Panel.js'] },
  })
  expect(text).not.toContain('</script>')
  expect(cspHash).toBe(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
})

it('serves the browser files of the manifest as never changing, and no other file', async () => {
  const plugin = await installed()
  await write(plugin.folder, 'ui/unlisted.js', 'secret')
  const app = fastify()
  onTestFinished(() => app.close())
  app.setErrorHandler((error, _, reply) => reply.code(isCodedError(error) ? error.status : 500).send(error))
  servePluginFiles(app, [plugin])
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const get = (path: string) => fetch(url + plugin.base + path)

  const script = await get('ui/Panel.js')
  expect([script.status, await script.text()]).toEqual([200, FILES['./ui/Panel.js']])
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await get('ui/ui.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  const refused = [
    'server/connect.js',
    'manifest.json',
    'ui/unlisted.js',
    'ui/..%2fserver/connect.js',
    'ui/%2e%2e/server/connect.js',
    '',
  ]
  for (const path of refused) expect([path, (await get(path)).status]).toEqual([path, 404])
})

it('gives every plugin the SDK of the host, though it brings one of its own', async () => {
  const folder = await temporaryFolder()
  await write(
    folder,
    'node_modules/@orrery/sdk/package.json',
    '{"name":"@orrery/sdk","type":"module","exports":"./index.js"}',
  )
  await write(folder, 'node_modules/@orrery/sdk/index.js', "export const definePlugin = 'fake'")
  await write(folder, 'plugin.mjs', "export { definePlugin } from '@orrery/sdk'")
  // A process of its own: the test runner resolves modules by itself.
  const script = `
    import { shareHostModules } from ${JSON.stringify(new URL('shared-modules.ts', import.meta.url).href)}
    const stop = shareHostModules()
    const shared = await import(${JSON.stringify(join(folder, 'plugin.mjs'))})
    stop()
    const own = await import(${JSON.stringify(join(folder, 'plugin.mjs?again'))})
    console.log(typeof shared.definePlugin, own.definePlugin)`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=orrery-source',
    '--input-type=module',
    '-e',
    script,
  ])
  expect(stdout).toBe('function fake\n')
})
