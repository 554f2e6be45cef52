import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type as system } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/packages.ts'
import { toTable, type Figures } from './measure.ts'
import { benchFirstPanel, benchStart } from './start.ts'

const benches: Readonly<Record<string, () => Promise<Figures[]>>> = {
  start: benchStart,
  'first-panel': benchFirstPanel,
}

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const unknown = wanted.find((name) => !Object.hasOwn(benches, name))
if (unknown) throw new Error(`There is no bench "${unknown}"; there are: ${Object.keys(benches).join(', ')}.`)

const figures: Figures[] = []
for (const [name, run] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await run()))

const table = toTable(figures)
console.log(table)

if (process.argv.includes('--write')) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/fastify/package.json'), 'utf8')) as {
    version: string
  }
  const machine = `${cpus().length} cores ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()}; Node ${process.versions.node}, Fastify ${version}`
  const page = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`. Both sides of a row ran in turn, in one run; read the ratios, not the milliseconds.',
    '',
    `Machine: ${machine}.`,
    '',
    table,
    '',
  ]
  writeFileSync(join(root, 'docs/reference/performance.md'), page.join('\n'))
}
