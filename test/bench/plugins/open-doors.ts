// Lists the plugins of a folder and opens the server doors of the first ones, in a process that has loaded the host's
// code already and opened the door of one more plugin, as every host opens that of this machine. Prints the processor
// time of either in milliseconds, and how many there were.
import { readdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { createBuiltPlugins, shareHostModules, type InstalledPlugin } from '@orrery/server'
import type { DoorRef } from '@orrery/kernel'

const [folder = '', count = '0', cache] = process.argv.slice(2)
if (cache !== undefined) enableCompileCache(cache)
shareHostModules()
const source = createBuiltPlugins(readdirSync(folder).map((name) => join(folder, name)))

const since = (start: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const beforeList = process.cpuUsage()
const { plugins } = await source.read()
const list = since(beforeList)

// The plugins are those of generate.ts: the first thing that each contributes is its datasource.
const isOpened = async (plugin: InstalledPlugin) =>
  typeof (await source.open(plugin, plugin.manifest.contributes[0]?.['connect'] as DoorRef)) === 'function'
await isOpened(plugins.at(-1)!)

const beforeOpen = process.cpuUsage()
let opened = 0
for (const plugin of plugins.slice(0, Number(count))) if (await isOpened(plugin)) opened++
console.log(JSON.stringify({ list, open: since(beforeOpen), listed: plugins.length, opened }))
