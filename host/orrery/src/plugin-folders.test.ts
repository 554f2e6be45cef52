import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { firstPartyPlugins, pluginFoldersIn } from './plugin-folders.ts'

const createFolder = async (packages: readonly string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-folders-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of packages) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'package.json'), '{}')
  }
  return folder
}

it('takes a folder as one plugin, or as a folder of plugins and scopes', async () => {
  const folder = await createFolder(['b', 'a', '@acme/c'])
  await mkdir(join(folder, 'not-a-package'))
  await writeFile(join(folder, 'file'), '')
  expect(await pluginFoldersIn(folder)).toEqual(['@acme/c', 'a', 'b'].map((name) => join(folder, name)))
  expect(await pluginFoldersIn(join(folder, 'a'))).toEqual([join(folder, 'a')])
})

it('says which folder it cannot read', async () => {
  await expect(pluginFoldersIn('/nowhere')).rejects.toMatchObject({
    code: 'CONFIG_PLUGINS_UNREADABLE',
    params: { folder: '/nowhere', reason: 'ENOENT' },
  })
})

it('finds the plugins that ship with the host', async () => {
  expect((await firstPartyPlugins()).map((folder) => basename(folder)).sort()).toEqual([
    'app-welcome',
    'datasource-host',
    'datasource-prometheus',
    'datasource-testdata',
    'panel-barchart',
    'panel-bargauge',
    'panel-gauge',
    'panel-heatmap',
    'panel-stat',
    'panel-table',
    'panel-text',
    'panel-timeseries',
    'transform-sql',
  ])
})

it('takes those of the plugins that ship with the host which are named, or none', async () => {
  expect((await firstPartyPlugins(['@orrery/panel-stat'])).map((folder) => basename(folder))).toEqual(['panel-stat'])
  expect(await firstPartyPlugins(false)).toEqual([])
  await expect(firstPartyPlugins(['@acme/panel-x'])).rejects.toMatchObject({
    code: 'CONFIG_PLUGIN_UNKNOWN',
    message: expect.stringContaining('@orrery/panel-stat') as string,
  })
})
