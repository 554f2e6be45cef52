import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { parseManifest, type Manifest } from '@orrery/kernel'
import { placeDoors, readDefinition } from './definition.ts'
import { buildSide } from './side.ts'

/**
 * Builds the plugin in `folder` into `dist/`: its two sides and `manifest.json`, the definition as data. The same sources
 * give the same bytes, wherever they lie. Throws a coded error, PLUGIN_BUILD_* or MANIFEST_INVALID, and leaves no
 * manifest behind then.
 */
export async function buildPlugin(folder: string): Promise<Manifest> {
  const definition = await readDefinition(folder)
  const { root, id, version, sdk } = definition.package
  const dist = `${root}/dist`
  for (const old of ['manifest.json', 'server', 'ui']) await rm(`${dist}/${old}`, { recursive: true, force: true })

  const server = await buildSide(definition, 'server')
  const web = await buildSide(definition, 'web')
  const data = placeDoors(definition.data, (side, file) =>
    side === 'shared'
      ? { $door: side, server: server.doors.get(file), web: web.doors.get(file) }
      : { $door: side, path: (side === 'server' ? server : web).doors.get(file) },
  )
  const files: Record<string, string> = {}
  for (const file of [...server.files, ...web.files]) files[file] = integrity(await readFile(`${dist}/${file}`))

  const text = `${JSON.stringify({ manifest: 1, id, version, sdk, ...data, files }, undefined, 2)}\n`
  const manifest = parseManifest(JSON.parse(text), `${id}: dist/manifest.json`)
  await writeFile(`${dist}/manifest.json`, text)
  return manifest
}

const integrity = (content: Uint8Array) => `sha384-${createHash('sha384').update(content).digest('base64')}`
