import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './host.ts'
import { packages, root } from './packages.ts'

const run = promisify(execFile)

/**
 * The repository as it stands, with what is built of it, in a new folder: a commit of its own, so that what changes
 * versions may work there. It shares the installed packages.
 */
export async function copyRepository(): Promise<string> {
  const folder = temporaryFolder('repository')
  const git = (args: readonly string[], cwd = folder) => run('git', [...args], { cwd, maxBuffer: 16 << 20 })
  const { stdout } = await git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root)
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  for (const { folder: at } of packages) cpSync(join(root, at, 'dist'), join(folder, at, 'dist'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await git(['init', '--quiet', '--initial-branch=main'])
  await git(['add', '--all'])
  const author = ['-c', 'user.name=Orrery', '-c', 'user.email=orrery@example.org', '-c', 'commit.gpgsign=false']
  await git([...author, 'commit', '--quiet', '--message', 'as it stands'])
  return folder
}
