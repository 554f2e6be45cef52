import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

/** Loads a module after the cache is asked for, in a process of its own: a cache is of a process. */
const load = async (folder: string, file: string) => {
  const program = `
    import { cacheCode } from ${JSON.stringify(new URL('compiled-code.ts', import.meta.url).href)}
    cacheCode(${JSON.stringify(folder)})
    console.log((await import(${JSON.stringify(pathToFileURL(file).href)})).default)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  return stdout
}

const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-compiled-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'module.mjs'), "export default 'loaded'")
  return folder
}

it('keeps compiled code in a data folder that only its owner can open', async () => {
  const folder = await temporaryFolder()
  expect(await load(join(folder, 'data/compiled'), join(folder, 'module.mjs'))).toBe('loaded\n')
  const [version] = await readdir(join(folder, 'data/compiled'))
  expect(await readdir(join(folder, 'data/compiled', version!))).not.toEqual([])
  if (process.platform !== 'win32') expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700)
})

it('loads code also where nothing can be kept', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'module.mjs')
  expect(await load(join(file, 'data/compiled'), file)).toBe('loaded\n')
})
