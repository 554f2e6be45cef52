import { readdir, readFile } from 'node:fs/promises'

export interface Process {
  readonly pid: string
  readonly name: string
  readonly state: string
  readonly residentBytes: number
  readonly cpuSeconds: number
  readonly threads: number
}

// What sysconf(_SC_PAGESIZE) and _SC_CLK_TCK are on every Linux that Node runs on with 4 KiB pages; VmRSS avoids the first.
const TICKS = 100

const states: Readonly<Record<string, string>> = {
  R: 'running',
  S: 'sleeping',
  D: 'waiting',
  Z: 'zombie',
  T: 'stopped',
  I: 'idle',
}

/** The processes with most resident memory; empty on systems without /proc. */
export async function readProcesses(limit: number): Promise<readonly Process[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map(readProcess))
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => b.residentBytes - a.residentBytes)
    .slice(0, limit)
}

/** A process may end between the listing and the reading: then it is left out. */
async function readProcess(pid: string): Promise<Process | undefined> {
  try {
    const [stat, status] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/status`, 'utf8'),
    ])
    return parseProcess(pid, stat, status)
  } catch {
    return undefined
  }
}

/** See man 5 proc, /proc/pid/stat: the name stands in parentheses and may hold any character. */
export function parseProcess(pid: string, stat: string, status: string): Process {
  const end = stat.lastIndexOf(')')
  const fields = stat.slice(end + 2).split(' ')
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(status)
  return {
    pid,
    name: stat.slice(stat.indexOf('(') + 1, end),
    state: states[fields[0]!] ?? fields[0]!,
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    threads: Number(fields[17]),
    // Kernel threads have no memory of their own.
    residentBytes: resident ? Number(resident[1]) * 1024 : 0,
  }
}
