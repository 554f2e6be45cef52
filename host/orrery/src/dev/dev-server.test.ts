import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createDevServer, type DevServer } from './dev-server.ts'

const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

const WEB = {
  'package.json': '{"type":"module"}',
  'index.html': '<!doctype html><title>Orrery</title><script type="module" src="/main.ts"></script>',
  'main.ts': "document.title = 'started' as string",
  'vite.config.ts': "import vue from '@vitejs/plugin-vue'\nexport default { plugins: [vue()] }",
}
const PLUGIN = {
  'package.json': JSON.stringify({ name: '@acme/demo', version: '1.0.0', type: 'module', orrery: { sdk: '^0.1.0' } }),
  'src/index.ts': `
import { definePlugin, server, shared, web } from '@orrery/sdk'
const options = { type: 'object' }
export default definePlugin({
  title: 'Demo',
  contributes: [
    { kind: 'datasource', id: 'demo', title: 'Demo', options, connect: server(() => import('./server/connect.ts')) },
    { kind: 'panel', id: 'demo', title: 'Demo', options, view: web(() => import('./ui/Panel.vue')), migrate: shared(() => import('./migrate.ts')) },
  ],
})`,
  'src/migrate.ts': 'export default (options: object) => options',
  'src/server/connect.ts': "import { part } from './part.ts'\nexport default (): string => part",
  'src/server/part.ts': "export const part: string = 'before'",
  'src/ui/Panel.vue':
    '<script setup lang="ts">const text: string = "panel"</script><template><p>{{ text }}</p></template>',
}

const createFolder = async (files: Readonly<Record<string, string>>) => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'orrery-dev-')))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  await symlink(modules, join(root, 'node_modules'))
  return root
}

const listen = async (handler?: RequestListener) => {
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

/** A development server below a host that answers what is left. */
const start = async () => {
  const [webRoot, plugin, unused] = await Promise.all([createFolder(WEB), createFolder(PLUGIN), listen()])
  unused.server.close()
  const onHostChange = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const dev = await createDevServer({ webRoot, pluginRoots: [plugin], socketPort: unused.port, onHostChange })
  const { server, port } = await listen((request, response) =>
    dev.middleware(request, response, () => response.writeHead(404).end()),
  )
  onTestFinished(async () => {
    server.close()
    await dev.close()
  })
  const edit = async (file: string, from: string, to: string) => {
    const path = join(plugin, file)
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
  }
  return { dev, plugin, url: `http://127.0.0.1:${port}`, onHostChange, edit }
}

const connect = { $door: 'server', path: './src/server/connect.ts' } as const
const openConnect = async (dev: DevServer) => {
  const { plugins } = await dev.plugins.read()
  return ((await dev.plugins.open(plugins[0]!, connect)) as () => string)()
}

it('gives the manifests that a build would write, with source files behind the doors', async () => {
  const { dev, plugin, url } = await start()
  const { plugins, problems } = await dev.plugins.read()
  expect(problems).toEqual([])
  expect(plugins).toEqual([
    {
      folder: plugin,
      base: `/@fs${plugin}/`,
      manifest: {
        manifest: 1,
        id: '@acme/demo',
        version: '1.0.0',
        sdk: '^0.1.0',
        title: 'Demo',
        contributes: [
          { kind: 'datasource', id: 'demo', title: 'Demo', options: { type: 'object' }, connect },
          {
            kind: 'panel',
            id: 'demo',
            title: 'Demo',
            options: { type: 'object' },
            view: { $door: 'web', path: './src/ui/Panel.vue' },
            migrate: { $door: 'shared', server: './src/migrate.ts', web: './src/migrate.ts' },
          },
        ],
        files: {},
      },
    },
  ])
  const panel = await fetch(`${url}${plugins[0]!.base}src/ui/Panel.vue`)
  expect([panel.headers.get('content-type'), await panel.text()]).toEqual([
    'text/javascript',
    expect.stringContaining('Panel.vue') as string,
  ])
})

it('serves the interface at the address of every page', async () => {
  const { url } = await start()
  const page = await fetch(`${url}/d/some-dashboard`, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<title>Orrery</title>')
  expect(await (await fetch(`${url}/main.ts`)).text()).toContain('document.title = "started"')
})

it('opens a server door with the code as it is after an edit, two files away', async () => {
  const { dev, edit, onHostChange } = await start()
  expect(await openConnect(dev)).toBe('before')
  await edit('src/server/part.ts', 'before', 'after')
  await vi.waitFor(() => expect(onHostChange).toHaveBeenCalled(), 5000)
  expect(await openConnect(dev)).toBe('after')
})

it('reads a definition anew after an edit, and reports one that is broken', async () => {
  const { dev, edit, plugin, onHostChange } = await start()
  const titles = async () => (await dev.plugins.read()).plugins.map(({ manifest }) => manifest.title)
  expect(await titles()).toEqual(['Demo'])
  await edit('src/index.ts', "title: 'Demo',\n", "title: 'Edited',\n")
  await vi.waitFor(() => expect(onHostChange).toHaveBeenCalledTimes(1), 5000)
  expect(await titles()).toEqual(['Edited'])
  await edit('src/index.ts', "'Edited'", '() => 1')
  await vi.waitFor(() => expect(onHostChange).toHaveBeenCalledTimes(2), 5000)
  expect(await dev.plugins.read()).toEqual({
    plugins: [],
    problems: [
      {
        folder: plugin,
        code: 'PLUGIN_BUILD_NOT_JSON',
        detail: expect.stringContaining('plugin.title is a function') as string,
      },
    ],
  })
})
