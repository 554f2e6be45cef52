import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { encode } from '@orrery/frames'
import type { Figures } from '../measure.ts'
import { PEERS } from '../peers.ts'
import { cases } from './cases.ts'
import { createData } from './data.ts'
import { toFrame } from './ours.ts'

const RUNS = 3

/** As much of esbuild as is used here. */
interface Esbuild {
  build(options: object): Promise<unknown>
}

/** What a process runs as one file, ours like theirs: taking types out of many files takes memory, too. */
async function bundleChild(side: 'ours' | 'theirs', folder: string): Promise<string> {
  const outfile = join(folder, `child-${side}.mjs`)
  const { build } = createRequire(join(PEERS, 'package.json'))('esbuild') as Esbuild
  await build({
    entryPoints: [join(import.meta.dirname, `child-${side}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    conditions: ['orrery-source'],
    // Where the peers are found from.
    define: {
      'import.meta.dirname': JSON.stringify(dirname(PEERS)),
      'import.meta.url': JSON.stringify(import.meta.url),
    },
  })
  return outfile
}

async function peakOf(file: string, name: string, given: string): Promise<number> {
  const child = fork(file, [name, given], { execArgv: [] })
  const [kilobytes] = (await once(child, 'message')) as [number]
  await once(child, 'exit')
  return kilobytes / 1024
}

/**
 * The most memory of a process that holds the data and runs one transformation: ours as frames come from the wire, theirs in
 * the arrays that a parsed answer leaves behind.
 */
export async function measureMemory(bundle: string): Promise<Figures[]> {
  const folder = dirname(bundle)
  const [oursFile, theirsFile] = [await bundleChild('ours', folder), await bundleChild('theirs', folder)]
  const files = { same: join(folder, 'same.arrow'), ragged: join(folder, 'ragged.arrow') }
  for (const times of ['same', 'ragged'] as const) writeFileSync(files[times], encode(toFrame(createData(times))))
  const figures: Figures[] = []
  for (const { name, times } of cases) {
    const [ours, theirs] = [[] as number[], [] as number[]]
    for (let run = 0; run < RUNS; run++) {
      ours.push(await peakOf(oursFile, name, files[times]))
      theirs.push(await peakOf(theirsFile, name, bundle))
    }
    figures.push({
      name: `${name}: most memory of a process`,
      unit: 'MB',
      ours,
      other: { name: '@grafana/data', values: theirs },
      goal: { type: 'share', atMost: 0.5 },
    })
  }
  return figures
}
