import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type as system } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/packages.ts'
import { peerVersion } from './peers.ts'
import { suites } from './suites.ts'

const PAGE = join(root, 'docs/reference/performance.md')

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { version: string }).version

/** What stands under each heading of the page now. */
function readSections(): Map<string, string> {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  const [, ...sections] = text.split(/^## /m)
  return new Map(
    sections.map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
  )
}

/** Replaces the figures of one suite on the page, which keeps those of the others. */
export function writeSection(title: string, table: string): void {
  const sections = readSections().set(title, table)
  const peers = ['@grafana/data', '@grafana/prometheus', 'uplot', 'echarts'].map(
    (name) => `${name} ${peerVersion(name)}`,
  )
  const versions = [`Node ${process.versions.node}`, `Fastify ${versionOf('node_modules/fastify')}`, ...peers]
  const machine = `${cpus().length} cores ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()}`
  const titles = Object.values(suites).map((suite) => suite.title)
  const page = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`, or for one suite by `npm run bench -- prometheus --write`. Both sides of a row ran in turn, in one run; read the ratios, not the milliseconds.',
    '',
    `Machine: ${machine}; ${versions.join(', ')}. Chromium draws in software.`,
    '',
    ...titles.flatMap((each) => (sections.has(each) ? [`## ${each}`, '', sections.get(each)!, ''] : [])),
  ]
  writeFileSync(PAGE, page.join('\n'))
}
