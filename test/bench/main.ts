import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type as system } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/packages.ts'
import { verdictOf, type Figures } from './measure.ts'
import { installPeers, peerVersion } from './peers.ts'
import { toTable } from './report.ts'
import { suites } from './suites.ts'

const PAGE = join(root, 'docs/reference/performance.md')

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const isWritten = process.argv.includes('--write')
const unknown = wanted.find((name) => !Object.hasOwn(suites, name))
if (unknown) throw new Error(`There is no bench "${unknown}"; there are: ${Object.keys(suites).join(', ')}.`)
if (isWritten && wanted.length) throw new Error('The page of figures is written from a run of all benches.')

installPeers()

function runSuite(name: string): Promise<readonly Figures[]> {
  const child = fork(join(import.meta.dirname, 'run-suite.ts'), [name], {
    execArgv: ['--conditions=orrery-source', '--expose-gc', '--max-old-space-size=8192'],
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    let figures: readonly Figures[] | undefined
    // Only run-suite.ts sends, and only its figures.
    child.on('message', (message) => (figures = message as readonly Figures[]))
    child.on('exit', (code) =>
      figures ? resolve(figures) : reject(new Error(`The bench ${name} ended with ${code}.`)),
    )
  })
}

const sections: string[] = []
const missed: string[] = []
for (const [name, { title }] of Object.entries(suites)) {
  if (wanted.length && !wanted.includes(name)) continue
  const figures = await runSuite(name)
  const table = toTable(figures)
  console.log(`\n## ${title}\n\n${table}`)
  sections.push(`## ${title}`, '', table, '')
  missed.push(...figures.filter((one) => !verdictOf(one).good).map((one) => `${title}: ${one.name}`))
}

if (isWritten) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/fastify/package.json'), 'utf8')) as {
    version: string
  }
  const peers = ['@grafana/data', '@grafana/prometheus', 'uplot', 'echarts'].map(
    (name) => `${name} ${peerVersion(name)}`,
  )
  const page = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`. Both sides of a row ran in turn, in one run; read the ratios, not the milliseconds.',
    '',
    `Machine: ${cpus().length} cores ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()}; Node ${process.versions.node}, Fastify ${version}, ${peers.join(', ')}.`,
    '',
    ...sections,
  ]
  writeFileSync(PAGE, page.join('\n'))
}
if (missed.length) {
  console.error(`\nMissed goals:\n${missed.map((name) => `- ${name}`).join('\n')}`)
  process.exitCode = 1
}
