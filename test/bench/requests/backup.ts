import { closeSync, copyFileSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupStore } from '@orrery/server'
import { interleave, PAIRS, type Figures } from '../measure.ts'

const timed = async (task: () => unknown) => {
  const at = performance.now()
  await task()
  return performance.now() - at
}

/** The time to back up a folder that a host runs on, beside that to copy its database and to wait for the disk. */
export async function measureBackup(folder: string, dashboards: number): Promise<Figures[]> {
  const database = join(folder, 'orrery.db')
  const file = join(folder, 'backup.db')
  const copy = () => {
    copyFileSync(database, file)
    const handle = openSync(file, 'r+')
    fsyncSync(handle)
    closeSync(handle)
  }
  const afresh = (task: () => unknown) => {
    rmSync(file, { force: true })
    return timed(task)
  }
  const { ours, other } = await interleave(
    PAIRS,
    () => afresh(() => backupStore(folder, file)),
    () => afresh(copy),
  )
  const size = Math.round(statSync(file).size / 2 ** 20)
  return [
    {
      name: `backup of ${dashboards.toLocaleString('en')} dashboards, ${size} MiB, while the host runs`,
      unit: 'ms',
      ours,
      other: { name: 'copy of the file', values: other },
    },
  ]
}
