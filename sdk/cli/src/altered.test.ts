import { readdir, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createPlugin, type Fixture } from '../test/fixture.ts'
import { buildPlugin } from './index.ts'

type Change = (plugin: Fixture) => Promise<void>

const dependency = async ({ write }: Fixture, name: string, json: object, code: string) => {
  await write(`node_modules/${name}/package.json`, JSON.stringify({ name, ...json }))
  await write(`node_modules/${name}/index.js`, code)
}
const plainDoor = "web(() => import('./ui/plain.ts'))"

const FAILING: readonly [name: string, change: Change, code: string, message: string][] = [
  [
    'a Node built-in in a panel',
    ({ edit }) => edit('src/ui/plain.ts', 'import', "import 'node:fs'\nimport"),
    'PLUGIN_BUILD_NODE_IN_WEB',
    '"node:fs" exists only in Node, but the web side leads to it: src/ui/plain.ts -> node:fs. Put it behind server(...).',
  ],
  [
    'a bare built-in two files away',
    async ({ edit, write }) => {
      await write('src/deep.ts', "import { readFileSync } from 'fs'\nexport const deep = () => readFileSync('/')")
      await edit('src/round.ts', 'export', "export { deep } from './deep.ts'\nexport")
      await edit('src/index.ts', "web(() => import('./ui/StatPanel.vue'))", "web(() => import('./ui/plain.ts'))")
    },
    'PLUGIN_BUILD_NODE_IN_WEB',
    'src/round.ts -> src/deep.ts -> fs. Put it behind server(...).',
  ],
  [
    'a built-in behind a shared door',
    ({ edit }) =>
      edit('src/migrate.ts', 'import', "import { hostname } from 'node:os'\nconsole.log(hostname())\nimport"),
    'PLUGIN_BUILD_NODE_IN_WEB',
    'the web side leads to it: src/migrate.ts -> node:os.',
  ],
  [
    'an npm package that needs a built-in',
    async (plugin) => {
      await dependency(
        plugin,
        'nodeish',
        { type: 'module', exports: './index.js' },
        'import fs from "fs"\nexport const x = fs',
      )
      await plugin.edit('src/ui/plain.ts', 'import', "import { x } from 'nodeish'\nconsole.log(x)\nimport")
    },
    'PLUGIN_BUILD_NODE_IN_WEB',
    'src/ui/plain.ts -> node_modules/nodeish/index.js -> fs.',
  ],
  [
    'a panel that imports the server folder',
    ({ edit }) =>
      edit('src/ui/plain.ts', 'import', "import { more } from '../server/more.ts'\nconsole.log(more)\nimport"),
    'PLUGIN_BUILD_WRONG_SIDE',
    'the web side leads to src/ui/plain.ts -> src/server/more.ts. Open it through a door of its own side',
  ],
  [
    'server code that imports the ui folder',
    ({ edit }) => edit('src/server/connect.ts', 'import', "import '../ui/plain.ts'\nimport"),
    'PLUGIN_BUILD_WRONG_SIDE',
    'the server side leads to src/server/connect.ts -> src/ui/plain.ts.',
  ],
  [
    'a function in the definition',
    ({ edit }) => edit('src/index.ts', "title: 'Demo'", "title: 'Demo', when: () => true"),
    'PLUGIN_BUILD_NOT_JSON',
    'plugin.contributes[0].when is a function, which JSON cannot hold.',
  ],
  [
    'a Date',
    ({ edit }) => edit('src/options.ts', "title: 'URL'", "title: 'URL', default: new Date()"),
    'PLUGIN_BUILD_NOT_JSON',
    'plugin.contributes[0].options.properties.url.default is a Date, which JSON cannot hold.',
  ],
  [
    'NaN',
    ({ edit }) => edit('src/options.ts', 'minimum: 0', 'minimum: NaN'),
    'PLUGIN_BUILD_NOT_JSON',
    'limit.minimum is NaN,',
  ],
  [
    'a bigint',
    ({ edit }) => edit('src/index.ts', 'version: 2', 'version: 2n'),
    'PLUGIN_BUILD_NOT_JSON',
    '[1].version is a bigint,',
  ],
  [
    'a cycle',
    ({ write }) =>
      write('src/options.ts', 'export const options: Record<string, unknown> = {}\noptions.self = options'),
    'PLUGIN_BUILD_NOT_JSON',
    'plugin.contributes[0].options.self is a cycle,',
  ],
  [
    'one module behind two sides',
    ({ edit }) => edit('src/index.ts', plainDoor, "web(() => import('./server/connect.ts'))"),
    'PLUGIN_BUILD_DOOR_SIDES',
    'plugin.contributes[2].view: src/server/connect.ts is behind server(...) and web(...). Use shared(...) for code of both sides.',
  ],
  [
    'a door that does more than import',
    ({ edit }) =>
      edit('src/index.ts', plainDoor, "web(() => import('./ui/plain.ts').then((m) => ({ default: m.default })))"),
    'PLUGIN_BUILD_DOOR_PATH',
    "plugin.contributes[2].view: a door must be import('./file.ts') with a constant path",
  ],
  [
    'a door to a built-in',
    ({ edit }) => edit('src/index.ts', plainDoor, "web(() => import('node:fs'))"),
    'PLUGIN_BUILD_DOOR_PATH',
    'plugin.contributes[2].view: a door must be',
  ],
  [
    'a door with a computed path',
    ({ edit }) => edit('src/index.ts', plainDoor, 'web(() => import(`./ui/${process.title}.ts`))'),
    'PLUGIN_BUILD_DOOR_PATH',
    'plugin.contributes[2].view: a door must be',
  ],
  [
    'a door to a missing file',
    ({ edit }) => edit('src/index.ts', './ui/plain.ts', './ui/gone.ts'),
    'PLUGIN_BUILD_BUNDLE_FAILED',
    "Could not resolve './ui/gone.ts' in src/index.ts",
  ],
  [
    'a syntax error',
    ({ write }) => write('src/ui/plain.ts', 'export default {'),
    'PLUGIN_BUILD_BUNDLE_FAILED',
    'the web side cannot be bundled',
  ],
  [
    'a definition that throws',
    ({ write }) => write('src/options.ts', "throw new Error('boom')\nexport const options = {}"),
    'PLUGIN_BUILD_DEFINITION_FAILED',
    'boom',
  ],
  [
    'a module without a definition',
    ({ write }) => write('src/index.ts', 'export const a = 1'),
    'PLUGIN_BUILD_DEFINITION_MISSING',
    '/src/index.ts has no definition.',
  ],
  ['a missing src/index.ts', ({ root }) => rm(`${root}/src/index.ts`), 'PLUGIN_BUILD_BUNDLE_FAILED', 'src/index.ts'],
  [
    'a package.json without orrery.sdk',
    ({ edit }) => edit('package.json', '"orrery"', '"other"'),
    'PLUGIN_BUILD_PACKAGE_INVALID',
    '/package.json: /orrery is missing',
  ],
  ['a broken package.json', ({ write }) => write('package.json', '{'), 'PLUGIN_BUILD_PACKAGE_INVALID', 'is no JSON'],
  [
    'a contribution without title',
    ({ edit }) => edit('src/index.ts', "title: 'Demo', ", ''),
    'MANIFEST_INVALID',
    'title',
  ],
]

describe('a build fails, says why, and leaves no manifest', () => {
  it.each(FAILING)('%s', async (_, change, code, message) => {
    const plugin = await createPlugin()
    await change(plugin)
    const built = buildPlugin(plugin.root)
    await expect(built).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string })
    const left = await readdir(`${plugin.root}/dist`).catch(() => [])
    expect(left).not.toContain('manifest.json')
  })
})

const BUILDING: readonly [name: string, change: Change][] = [
  [
    'a type of a built-in',
    ({ edit }) =>
      edit('src/ui/plain.ts', 'import', "import type { Stats } from 'node:fs'\nexport type S = Stats\nimport"),
  ],
  [
    'a package that switches a built-in off for browsers',
    async (plugin) => {
      await dependency(
        plugin,
        'dual',
        { main: 'index.js', browser: { fs: false } },
        'import fs from "fs"\nexport const dual = typeof fs',
      )
      await plugin.edit('src/ui/plain.ts', 'import', "import { dual } from 'dual'\nconsole.log(dual)\nimport")
    },
  ],
  [
    'a package with the name of a built-in',
    async (plugin) => {
      await dependency(plugin, 'buffer', { type: 'module', exports: './index.js' }, 'export const Buffer = 1')
      await plugin.edit('src/ui/plain.ts', 'import', "import { Buffer } from 'buffer'\nconsole.log(Buffer)\nimport")
    },
  ],
  [
    'doors under other names',
    async ({ edit }) => {
      await edit(
        'src/index.ts',
        'import {',
        "import * as sdk from '@orrery/sdk'\nimport { web as w } from '@orrery/sdk'\nimport {",
      )
      await edit('src/index.ts', plainDoor, "sdk.web(() => import('./ui/plain.ts'))")
      await edit('src/index.ts', "web(() => import('./ui/Stat", "w(() => import('./ui/Stat")
    },
  ],
  [
    'a door through a helper and a variable',
    async ({ edit }) => {
      await edit(
        'src/index.ts',
        'const demo',
        "const view = (open: () => Promise<object>) => web(open as never)\nconst open = () => import('./ui/plain.ts')\nconst demo",
      )
      await edit('src/index.ts', plainDoor, 'view(open)')
    },
  ],
  [
    'a door in another file',
    async ({ edit, write }) => {
      await write(
        'src/kinds/plain.ts',
        "import { web } from '@orrery/sdk'\nexport const view = web(() => import('../ui/plain.ts'))",
      )
      await edit('src/index.ts', 'import {', "import { view } from './kinds/plain.ts'\nimport {")
      await edit('src/index.ts', plainDoor, 'view')
    },
  ],
]

describe('a build works and lets nothing leak', () => {
  it.each(BUILDING)('%s', async (_, change) => {
    const plugin = await createPlugin()
    await change(plugin)
    const { contributes } = await buildPlugin(plugin.root)
    expect(contributes.map(({ id }) => id)).toEqual(['demo', 'stat', 'plain'])
    const leaks = Object.entries(await plugin.dist()).filter(([file, text]) =>
      text.includes(file.startsWith('ui') ? 'SERVER-ONLY' : 'WEB-ONLY'),
    )
    expect(leaks).toEqual([])
  })
})
