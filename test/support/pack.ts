import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { packages, root } from './packages.ts'

const run = promisify(execFile)

/** npm under the Node that runs this; its output is kept for the message when it fails. */
const npm = (args: readonly string[], cwd: string) =>
  run('npm', [...args, '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd,
    maxBuffer: 32 << 20,
    shell: process.platform === 'win32',
  })

/** Packs every publishable package into a new folder; gives the tarball of each by package name. */
export async function packAll(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-pack-'))
  const names = packages.filter(({ json }) => !json.private).map(({ name }) => name)
  await npm(
    ['pack', '--ignore-scripts', '--pack-destination', folder, ...names.map((name) => `--workspace=${name}`)],
    root,
  )
  const files = readdirSync(folder)
  return new Map(
    names.map((name) => {
      const prefix = `${name.replace('@', '').replace('/', '-')}-`
      const file = files.find((each) => each.startsWith(prefix) && /^\d/.test(each.slice(prefix.length)))
      if (!file) throw new Error(`npm pack made no tarball of ${name}`)
      return [name, join(folder, file)]
    }),
  )
}

/** A project outside the repository with these tarballs installed, as a team would have it; a copy of a template, when given. */
export async function installOutside(tarballs: ReadonlyMap<string, string>, template?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-outside-'))
  if (template !== undefined) cpSync(template, folder, { recursive: true, filter: isWritten })
  const file = join(folder, 'package.json')
  const base =
    template === undefined
      ? { name: 'outside', private: true, type: 'module' }
      : (JSON.parse(readFileSync(file, 'utf8')) as object)
  const local = Object.fromEntries([...tarballs].map(([name, path]) => [name, `file:${path}`]))
  // Each is a dependency of the project itself, so that it serves for those that ask for it among themselves too.
  writeFileSync(file, JSON.stringify({ ...base, dependencies: local, devDependencies: {} }, undefined, 2))
  // What builds a plugin has its native code in optional packages.
  await npm(['install', '--ignore-scripts', ...(template === undefined ? ['--omit=optional'] : [])], folder)
  return folder
}

/** Not what was installed or built in a template. */
const isWritten = (path: string) => !['node_modules', 'dist', 'orrery-data'].includes(basename(path))
