// Entry of every root command. Needs nothing but Node and npm: installs what the lock file says when it changed, then
// runs .ci/NAME.mjs under Node 24, which npm brought along (macOS: your own).
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const [command, ...args] = process.argv.slice(2)

const fail = (message) => {
  console.error(`orrery: ${message}`)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old to install with; use 20.19 or newer.`)

const hash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex')
const stamp = join(modules, '.orrery-lock')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  console.log('Installing what package-lock.json lists (about a minute, once)...')
  const npm = process.env.npm_execpath
  const run = npm ? [process.execPath, [npm, 'ci', '--loglevel=error']] : ['npm', ['ci', '--loglevel=error']]
  const { status } = spawnSync(run[0], run[1], {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  })
  if (status !== 0) fail('npm ci failed; its output above says why.')
  writeFileSync(stamp, hash)
}

const bundled = join(
  modules,
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
const node = existsSync(bundled) ? bundled : process.execPath
if (node === process.execPath && major < NODE_MAJOR)
  fail(
    `Node ${process.versions.node} cannot run Orrery on ${process.platform}-${process.arch}; install Node ${NODE_MAJOR} or newer.`,
  )

const child = spawn(node, [join(root, '.ci', `${command}.mjs`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  },
})
// A terminal's Ctrl C reaches the child by itself; a signal to this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
// A signal to npm ends npm and its shell, and reaches nobody below them.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  child.kill('SIGTERM')
}, 500)
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)))
