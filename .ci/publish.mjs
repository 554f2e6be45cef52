// Publishes every package whose version the registry has not yet; what is given goes on to npm publish, as --registry,
// --dry-run or --provenance=false. When it is cut off, another run does the rest.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { publicPackages } from './packages.mjs'
import { root } from './run-step.mjs'

const args = process.argv.slice(2)
const npm = (given, stdio) =>
  spawnSync('npm', given, { cwd: root, stdio, encoding: 'utf8', shell: process.platform === 'win32' })

const { values } = parseArgs({ args, options: { registry: { type: 'string' } }, strict: false })
const registry = values.registry ?? npm(['config', 'get', 'registry'], 'pipe').stdout.trim()

async function isThere({ name, version }) {
  const answer = await fetch(new URL(name.replace('/', '%2f'), registry.replace(/\/?$/, '/')))
  if (answer.status === 404) return false
  if (!answer.ok) throw new Error(`the registry answered ${answer.status} for ${name}`)
  const { versions } = await answer.json()
  return Object.hasOwn(versions, version)
}

const missing = []
for (const { json } of publicPackages()) if (!(await isThere(json))) missing.push(json.name)
if (missing.length === 0) {
  console.log('The registry has every version already.')
  process.exit(0)
}
const workspaces = missing.map((name) => `--workspace=${name}`)
process.exit(npm(['publish', '--ignore-scripts', ...args, ...workspaces], 'inherit').status ?? 1)
