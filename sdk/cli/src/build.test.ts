import { cp } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createPlugin } from '../test/fixture.ts'
import { buildPlugin } from './index.ts'

const HASHED = /-[\w-]{8}\.js/g
const named = (value: unknown) =>
  JSON.parse(JSON.stringify(value).replaceAll(HASHED, '-HASH.js')) as Record<string, unknown>

it('writes a manifest: the definition with doors as paths, and the hash of each file', async () => {
  const { root, dist } = await createPlugin()
  const manifest = await buildPlugin(root)
  const files = await dist()
  expect(JSON.parse(files['manifest.json']!)).toEqual(manifest)

  const { contributes, files: hashes, ...head } = manifest
  expect(named(head)).toEqual({
    manifest: 1,
    id: '@acme/demo',
    version: '1.2.3',
    sdk: '^0.1.0',
    title: 'Demo plugin',
    locales: { de: { $door: 'web', path: './ui/locales-de-HASH.js' } },
  })
  const options = {
    type: 'object',
    properties: { url: { type: 'string', title: 'URL' }, limit: { type: 'number', minimum: 0 } },
  }
  expect(named(contributes)).toEqual([
    {
      kind: 'datasource',
      id: 'demo',
      title: 'Demo',
      options,
      connect: { $door: 'server', path: './server/connect-HASH.js' },
    },
    {
      kind: 'panel',
      id: 'stat',
      title: 'Stat',
      options,
      version: 2,
      view: { $door: 'web', path: './ui/StatPanel-HASH.js' },
      migrate: { $door: 'shared', server: './server/migrate-HASH.js', web: './ui/migrate-HASH.js' },
    },
    { kind: 'panel', id: 'plain', title: 'Plain', options, view: { $door: 'web', path: './ui/plain-HASH.js' } },
  ])
  const built = Object.keys(files).filter((file) => file !== 'manifest.json')
  expect(Object.keys(hashes)).toEqual(built.map((file) => `./${file}`))
  for (const hash of Object.values(hashes)) expect(hash).toMatch(/^sha384-[\w+/]{64}$/)
})

it('keeps the code of a side out of the other, in source maps too', async () => {
  const { root, dist } = await createPlugin()
  await buildPlugin(root)
  const files = Object.entries(await dist())
  const holding = (marker: string) =>
    files.filter(([, text]) => text.includes(marker)).map(([file]) => file.replace(HASHED, '-HASH.js'))
  expect(holding('SERVER-ONLY')).toEqual(['server/connect-HASH.js', 'server/connect-HASH.js.map'])
  expect(holding('WEB-ONLY')).toEqual([
    'ui/StatPanel-HASH.js',
    'ui/StatPanel-HASH.js.map',
    'ui/plain-HASH.js',
    'ui/plain-HASH.js.map',
  ])
})

it('leaves what the host shares as imports', async () => {
  const { root, dist } = await createPlugin()
  await buildPlugin(root)
  const files = Object.entries(await dist())
  const panel = files.find(([file]) => /StatPanel.*js$/.test(file))![1]
  expect(panel).toMatch(/from ?"vue"/)
  expect(panel).toMatch(/from ?"@orrery\/sdk"/)
  expect(files.find(([file]) => /connect.*js$/.test(file))![1]).toMatch(/from "@orrery\/sdk"/)
  expect(files.filter(([, text]) => text.includes('fixture sdk'))).toEqual([])
})

it('leaves the parts of the code editor as imports', async () => {
  const { root, write, edit, dist } = await createPlugin()
  await write(
    'src/ui/plain.ts',
    "import { tags } from '@lezer/highlight'\nexport { EditorView } from '@codemirror/view'\nexport default tags\n",
  )
  await edit('src/index.ts', "web(() => import('./ui/StatPanel.vue'))", "web(() => import('./ui/plain.ts'))")
  await buildPlugin(root)
  const plain = Object.entries(await dist()).find(([file]) => /plain.*js$/.test(file))![1]
  expect(plain).toMatch(/from ?"@codemirror\/view"/)
  expect(plain).toMatch(/from ?"@lezer\/highlight"/)
})

it('puts styles into the layer of plugins', async () => {
  const { root, dist } = await createPlugin()
  await buildPlugin(root)
  expect((await dist())['ui/ui.css']).toMatch(/^@layer plugins\{\.stat\[data-v-\w+\]\{color:#010203\}\s[^{}]*\}$/)
})

it('gives the same bytes in another folder and another working directory', async () => {
  const [one, two] = [await createPlugin(), await createPlugin()]
  await cp(`${one.root}/src`, `${two.root}/src`, { recursive: true })
  await buildPlugin(one.root)
  const before = process.cwd()
  process.chdir(two.root)
  try {
    await buildPlugin('.')
  } finally {
    process.chdir(before)
  }
  expect(await two.dist()).toEqual(await one.dist())
})

it('builds a plugin whose doors are all of one side, and removes files of an older build', async () => {
  const { root, edit, dist } = await createPlugin()
  await buildPlugin(root)
  await edit('src/index.ts', "[demo, stat, plain], locales: { de: web(() => import('./locales/de.ts')) }", '[demo]')
  await buildPlugin(root)
  expect(Object.keys(await dist()).map((file) => file.replace(HASHED, '-HASH.js'))).toEqual([
    'manifest.json',
    'server/connect-HASH.js',
    'server/connect-HASH.js.map',
  ])
})

it('opens two panels of one file name, and a shared door beside a server door of its name', async () => {
  const { root, write, edit } = await createPlugin()
  await write('src/ui/b/plain.ts', 'export default { abi: 1, mount: () => 2 }')
  await write('src/connect.ts', 'export default () => 1')
  await edit('src/index.ts', "import('./ui/StatPanel.vue')", "import('./ui/b/plain.ts')")
  await edit('src/index.ts', "import('./migrate.ts')", "import('./connect.ts')")
  const { contributes } = await buildPlugin(root)
  const paths = JSON.stringify(contributes).match(/\.\/(ui|server)\/[\w-]+\.js/g)!
  expect(new Set(paths).size).toBe(5)
})

it('leaves npm dependencies to npm on the server, and bundles them for browsers', async () => {
  const { root, write, edit, dist } = await createPlugin({ package: { dependencies: { dep: '1.0.0' } } })
  await write(
    'node_modules/dep/package.json',
    '{"name":"dep","type":"module","exports":{".":"./index.js","./sub":"./index.js"}}',
  )
  await write('node_modules/dep/index.js', "export const dep = 'CODE OF DEP'")
  await edit('src/server/more.ts', "'SERVER-ONLY more'", 'dep + also')
  await edit('src/server/more.ts', 'export', "import { dep } from 'dep'\nimport { dep as also } from 'dep/sub'\nexport")
  await edit('src/ui/plain.ts', 'import', "import { dep } from 'dep'\nconsole.log(dep)\nimport")
  await buildPlugin(root)
  const files = Object.entries(await dist()).filter(([file]) => file.endsWith('.js'))
  const connect = files.find(([file]) => file.startsWith('server/connect'))![1]
  expect([connect.includes('CODE OF DEP'), connect.includes('from "dep"'), connect.includes('from "dep/sub"')]).toEqual(
    [false, true, true],
  )
  expect(files.find(([file]) => file.startsWith('ui/plain'))![1]).toContain('CODE OF DEP')
})
