import { readFile } from 'node:fs/promises'

/** A file of Linux' /proc, or undefined on systems without it. See man 5 proc for the formats below. */
const read = (path: string) => readFile(path, 'utf8').catch(() => undefined)

export interface Counter {
  readonly name: string
  /** Bytes since boot. */
  readonly in: number
  readonly out: number
}

/** Bytes by name of /proc/meminfo. */
export async function readMeminfo(): Promise<ReadonlyMap<string, number> | undefined> {
  const text = await read('/proc/meminfo')
  return text === undefined ? undefined : parseMeminfo(text)
}

export const parseMeminfo = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/^(\w+)(?:\(\w+\))?:\s+(\d+) kB$/gm)].map(([, name, kilobytes]) => [
      name!,
      Number(kilobytes) * 1024,
    ]),
  )

/** Bytes read from and written to each whole disk. */
export async function readDiskCounters(): Promise<readonly Counter[]> {
  return parseDiskstats((await read('/proc/diskstats')) ?? '')
}

/** The kernel counts sectors of 512 bytes, whatever the disk's own size is. */
const SECTOR = 512

export function parseDiskstats(text: string): readonly Counter[] {
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/))
  const names = rows.flatMap(([, , name]) => (name ? [name] : []))
  const isPartition = (name: string) => names.some((disk) => disk !== name && new RegExp(`^${disk}p?\\d+$`).test(name))
  return rows.flatMap(([, , name, , , read, , , , written]) => {
    if (!name || /^(loop|ram|zram|fd|sr)\d/.test(name) || isPartition(name)) return []
    return [{ name, in: Number(read) * SECTOR, out: Number(written) * SECTOR }]
  })
}

/** Bytes received and sent by each network interface but the loopback. */
export async function readNetworkCounters(): Promise<readonly Counter[]> {
  return parseNetDev((await read('/proc/net/dev')) ?? '')
}

export function parseNetDev(text: string): readonly Counter[] {
  return [...text.matchAll(/^\s*([^\s:]+):\s*(.+)$/gm)].flatMap(([, name, numbers]) => {
    const fields = numbers!.trim().split(/\s+/).map(Number)
    return name === 'lo' ? [] : [{ name: name!, in: fields[0]!, out: fields[8]! }]
  })
}
