import { fork } from 'node:child_process'
import { join } from 'node:path'
import { verdictOf, type Figures } from './measure.ts'
import { writeSection } from './page.ts'
import { installPeers } from './peers.ts'
import { toTable } from './report.ts'
import { suites } from './suites.ts'

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const isWritten = process.argv.includes('--write')
const unknown = wanted.find((name) => !Object.hasOwn(suites, name))
if (unknown) throw new Error(`There is no bench "${unknown}"; there are: ${Object.keys(suites).join(', ')}.`)

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

const missed: string[] = []
for (const [name, { title }] of Object.entries(suites)) {
  if (wanted.length && !wanted.includes(name)) continue
  const figures = await runSuite(name)
  const table = toTable(figures)
  console.log(`\n## ${title}\n\n${table}`)
  if (isWritten) writeSection(title, table)
  missed.push(...figures.filter((one) => !verdictOf(one).good).map((one) => `${title}: ${one.name}`))
}

if (missed.length) {
  console.error(`\nMissed goals:\n${missed.map((name) => `- ${name}`).join('\n')}`)
  process.exitCode = 1
}
