import { join } from 'node:path'
import { packageFolder } from './package-folder.ts'

const PROMETHEUS = 'http://127.0.0.1:9090'
const PATIENCE_MS = 1000

/** What the demo shows: dashboards of this machine, and of a Prometheus server when one answers at its usual address. */
export async function demoFolders(prometheus = PROMETHEUS): Promise<readonly string[]> {
  const names = ['machine', ...((await isPrometheus(prometheus)) ? ['prometheus'] : [])]
  return names.map((name) => join(packageFolder('@orrery/host'), 'provisioning', name))
}

/** Asks for what only Prometheus, or a server that speaks its API, answers. */
async function isPrometheus(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/query?query=1`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'success'
  } catch {
    return false
  }
}
