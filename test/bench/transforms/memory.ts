import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Figures } from '../measure.ts'
import { cases } from './cases.ts'

const RUNS = 3

async function peakOf(side: 'ours' | 'theirs', name: string, bundle: string): Promise<number> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [side, name, bundle], {
    execArgv: ['--conditions=orrery-source'],
  })
  const [kilobytes] = (await once(child, 'message')) as [number]
  await once(child, 'exit')
  return kilobytes / 1024
}

/** The most memory of a process that makes the data and runs one transformation. */
export async function measureMemory(bundle: string): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const { name } of cases) {
    const [ours, theirs] = [[] as number[], [] as number[]]
    for (let run = 0; run < RUNS; run++) {
      ours.push(await peakOf('ours', name, bundle))
      theirs.push(await peakOf('theirs', name, bundle))
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
