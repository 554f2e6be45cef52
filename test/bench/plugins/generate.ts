import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPlugin } from '@orrery/cli'
import type { Manifest } from '@orrery/kernel'
import { root } from '../../support/packages.ts'

const SIDE_BYTES = 34 * 1024
const PART = 'bench-name'

/** Code of a size: functions that a table refers to, so that no build drops them. */
function toFiller(bytes: number): string {
  const parts: string[] = []
  for (let size = 0, n = 0; size < bytes; n++) {
    const part = `(a,b)=>{let s=${n};for(let i=0;i<a.length;i++){const v=a[i]*${n}.5+b;if(v>${n * 3})s+=v%7;else s-=Math.sqrt(v+${n})}return{name:"part ${n}",sum:s,text:String(s).padStart(${n % 20})}}`
    parts.push(part)
    size += part.length + 2
  }
  return `export const parts = [\n${parts.join(',\n')}\n]\n`
}

const sources: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: '@bench/template',
    version: '1.0.0',
    type: 'module',
    orrery: { sdk: '^0.1.0' },
  }),
  'src/index.ts': `
import { defineDatasource, definePanel, definePlugin, server, Type, web } from '@orrery/sdk'
const text = (title) => Type.Optional(Type.String({ title, description: title + ' of the plugin.' }))
const Options = Type.Object({ url: text('Address'), token: text('Token'), limit: Type.Optional(Type.Integer()), mode: text('Mode') }, { additionalProperties: false })
const Query = Type.Object({ expr: Type.String(), legend: text('Legend') }, { additionalProperties: false })
export default definePlugin({
  title: '${PART}',
  contributes: [
    defineDatasource({ id: '${PART}', title: '${PART}', description: 'Made for the bench.', options: Options, query: Query, connect: server(() => import('./server/connect.ts')) }),
    definePanel({ id: '${PART}', title: '${PART}', description: 'Made for the bench.', options: Options, view: web(() => import('./ui/panel.ts')) }),
  ],
})`,
  'src/server/connect.ts': `
import { defineTable, number } from '@orrery/sdk'
import { parts } from './parts.ts'
const Numbers = defineTable({ value: number() })
export default () => ({ query: async () => [Numbers.fromRows(parts.map((part, i) => ({ value: part([i], 1).sum })))] })`,
  'src/server/parts.ts': toFiller(SIDE_BYTES),
  'src/ui/panel.ts': `
import { parts } from './parts.ts'
export default { abi: 1, mount: (element) => { element.textContent = parts.length; return { update() {}, unmount() {} } } }`,
  'src/ui/parts.ts': toFiller(SIDE_BYTES),
}

const write = (folder: string, file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** Plugin packages as a team would install them: one is built, the others are it under names, with files, of their own. */
export async function generatePlugins(folder: string, count: number): Promise<readonly string[]> {
  const template = join(folder, 'template')
  for (const [file, text] of Object.entries(sources)) write(template, file, text)
  symlinkSync(join(root, 'node_modules'), join(template, 'node_modules'))
  const manifest = await buildPlugin(template)
  const contents = Object.keys(manifest.files).map(
    (file) => [file, readFileSync(join(template, 'dist', file), 'utf8')] as const,
  )
  return Array.from({ length: count }, (_, index) => {
    const name = `bench-${index}`
    const target = join(folder, 'installed', name)
    write(target, 'package.json', JSON.stringify({ name, version: '1.0.0', type: 'module' }))
    const files: Record<string, string> = {}
    for (const [file, content] of contents) {
      const own = content.replaceAll('part ', `${name} `)
      write(join(target, 'dist'), file, own)
      files[file] = `sha384-${createHash('sha384').update(own).digest('base64')}`
    }
    const own: Manifest = { ...JSON.parse(JSON.stringify(manifest).replaceAll(PART, name)), id: name, files }
    write(target, 'dist/manifest.json', `${JSON.stringify(own, undefined, 2)}\n`)
    return target
  })
}
