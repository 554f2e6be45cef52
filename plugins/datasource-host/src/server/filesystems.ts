import { readFile, statfs } from 'node:fs/promises'

export interface FileSystem {
  readonly mount: string
  readonly device: string
  readonly type: string
  readonly sizeBytes: number
  readonly usedBytes: number
}

/** Mounted file systems with blocks of their own, each device once; where /proc is missing, that of the root folder. */
export async function readFileSystems(): Promise<readonly FileSystem[]> {
  const text = await readFile('/proc/mounts', 'utf8').catch(() => undefined)
  const mounts = text === undefined ? [{ device: '', mount: '/', type: '' }] : parseMounts(text)
  const found = await Promise.all(
    mounts.map(async ({ device, mount, type }) => {
      const stats = await statfs(mount).catch(() => undefined)
      if (!stats || stats.blocks === 0) return undefined
      return {
        device,
        mount,
        type,
        sizeBytes: stats.blocks * stats.bsize,
        usedBytes: (stats.blocks - stats.bfree) * stats.bsize,
      }
    }),
  )
  return found.filter((one) => one !== undefined)
}

/** The kernel's own file systems (proc, cgroup, ...) hold no files of anybody. */
const VIRTUAL =
  /^(proc|sysfs|cgroup2?|devpts|mqueue|debugfs|tracefs|securityfs|pstore|bpf|configfs|fusectl|hugetlbfs|autofs|binfmt_misc|rpc_pipefs|nsfs|devtmpfs)$/

export function parseMounts(text: string) {
  const seen = new Set<string>()
  return text.split('\n').flatMap((line) => {
    const [device, mount, type] = line.split(' ').map(unescape)
    if (!device || !mount || !type || VIRTUAL.test(type) || /^\/(?:proc|sys|dev)\//.test(mount)) return []
    const key = device.startsWith('/') ? device : `${device} ${mount}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ device, mount, type }]
  })
}

/** Blanks in names stand as octal escapes: `\040`. */
const unescape = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
