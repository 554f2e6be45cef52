import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const modules = new URL('../../../node_modules', import.meta.url).pathname

/** Sources of a plugin with doors of each side; each side's code carries a marker that must not reach the other. */
const SOURCES = {
  'src/index.ts': `
import { definePlugin, server, shared, web } from '@orrery/sdk'
import { options } from './options.ts'

const demo = { kind: 'datasource', id: 'demo', title: 'Demo', options, connect: server(() => import('./server/connect.ts')) }
const stat = {
  kind: 'panel', id: 'stat', title: 'Stat', options, version: 2,
  view: web(() => import('./ui/StatPanel.vue')),
  migrate: shared(() => import('./migrate.ts')),
}
const plain = { kind: 'panel', id: 'plain', title: 'Plain', options, view: web(() => import('./ui/plain.ts')) }
export default definePlugin({ title: 'Demo plugin', contributes: [demo, stat, plain], locales: { de: web(() => import('./locales/de.ts')) } })
`,
  'src/options.ts': `export const options = { type: 'object', properties: { url: { type: 'string', title: 'URL' }, limit: { type: 'number', minimum: 0 } } }\n`,
  'src/locales/de.ts': `export default { Stat: 'Zahl' }\n`,
  'src/round.ts': `export const round = (value: number) => Math.round(value)\n`,
  'src/migrate.ts': `import { round } from './round.ts'\nexport default (options: { limit: number }) => ({ ...options, limit: round(options.limit) })\n`,
  'src/server/connect.ts': `
import { hostname } from 'node:os'
import { instance } from '@orrery/sdk'
import { more } from './more.ts'
export default () => ({ marker: 'SERVER-ONLY', sdk: instance, more, host: hostname() })
`,
  'src/server/more.ts': `export const more = 'SERVER-ONLY more'\n`,
  'src/ui/StatPanel.vue': `
<script setup lang="ts">
import { instance } from '@orrery/sdk'
import { round } from '../round.ts'
const props = defineProps<{ value: number }>()
</script>
<template><p class="stat">WEB-ONLY {{ round(props.value) }} {{ instance }}</p></template>
<style scoped>.stat { color: rgb(1, 2, 3); }</style>
`,
  'src/ui/plain.ts': `import { round } from '../round.ts'\nexport default { abi: 1, mount: (element: HTMLElement) => void (element.textContent = 'WEB-ONLY ' + round(1.5)) }\n`,
}

const PACKAGE = { name: '@acme/demo', version: '1.2.3', type: 'module', orrery: { sdk: '^0.1.0' } }

// The SDK's kernel, and a mark that tells which copy of it was loaded.
const SDK = {
  'package.json': JSON.stringify({ name: '@orrery/sdk', type: 'module', sideEffects: false, exports: './index.js' }),
  'index.js': `export { definePlugin, server, shared, web } from '@orrery/kernel'\nexport const instance = 'fixture sdk'\n`,
}

export interface Fixture {
  readonly root: string
  readonly write: (file: string, text: string) => Promise<void>
  /** Replaces a text that must be there. */
  readonly edit: (file: string, from: string, to: string) => Promise<void>
  /** Names and contents of the built files below `dist/`. */
  readonly dist: () => Promise<Record<string, string>>
}

/** A plugin in a folder of its own, removed after the test. */
export async function createPlugin(changes: { package?: object } = {}): Promise<Fixture> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'orrery-plugin-')))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(root, file), 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    await write(file, text.replace(from, to))
  }
  const dist = async () => {
    const names = await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })
    const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name))
    const read = async (file: string) => [file.slice(root.length + 6), await readFile(file, 'utf8')] as const
    return Object.fromEntries(await Promise.all(files.sort().map(read)))
  }
  await write('package.json', JSON.stringify({ ...PACKAGE, ...changes.package }))
  for (const [file, text] of Object.entries(SOURCES)) await write(file, text)
  for (const [file, text] of Object.entries(SDK)) await write(`node_modules/@orrery/sdk/${file}`, text)
  for (const name of ['@orrery/kernel', '@orrery/schema', 'vue'])
    await symlink(join(modules, name), join(root, 'node_modules', name))
  return { root, write, edit, dist }
}
