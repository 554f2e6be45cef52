import { cpus, freemem, loadavg, totalmem } from 'node:os'
import type { HostStats } from '@orrery/sdk'
import type { Metric } from '../options.ts'
import { createRates } from './counters.ts'
import { readDiskCounters, readMeminfo, readNetworkCounters } from './proc.ts'
import type { Reading } from './ring.ts'

/** Reads this machine and this host. What the platform does not tell is left out, never made up. */
export function createSampler(stats: HostStats) {
  const rateOf = createRates()

  const rate = (metric: Metric, labels: Reading['labels'], time: number, counter: number): Reading[] => {
    const value = rateOf(`${metric} ${JSON.stringify(labels)}`, time, counter)
    return value === undefined ? [] : [{ metric, labels, value }]
  }

  /** Share of all processors' time by mode, 0 to 1. */
  function cpu(time: number): Reading[] {
    const processors = cpus()
    // In milliseconds, of all processors together.
    const spent = {
      user: processors.reduce((sum, { times }) => sum + times.user + times.nice, 0),
      system: processors.reduce((sum, { times }) => sum + times.sys + times.irq, 0),
    }
    const readings = Object.entries(spent).flatMap(([mode, busy]) =>
      rate('cpu', { mode }, time, busy / 1000 / Math.max(1, processors.length)),
    )
    const busy: Reading = { metric: 'cpu_busy', labels: {}, value: readings.reduce((sum, { value }) => sum + value, 0) }
    return readings.length ? [busy, ...readings] : []
  }

  async function memory(): Promise<Reading[]> {
    const info = await readMeminfo()
    const of = (use: string, value: number): Reading => ({ metric: 'memory', labels: { use }, value })
    const share = (used: number): Reading => ({ metric: 'memory_used', labels: {}, value: used / totalmem() })
    if (!info) return [share(totalmem() - freemem()), of('used', totalmem() - freemem()), of('free', freemem())]
    const bytes = (name: string) => info.get(name) ?? 0
    const cached = bytes('Cached') + bytes('Buffers') + bytes('SReclaimable') - bytes('Shmem')
    const used = bytes('MemTotal') - bytes('MemFree') - cached
    const swap: Reading = { metric: 'swap', labels: {}, value: bytes('SwapTotal') - bytes('SwapFree') }
    return [share(used), of('used', used), of('cached', cached), of('free', bytes('MemFree')), swap]
  }

  async function traffic(): Promise<Reading[]> {
    const [disks, interfaces] = await Promise.all([readDiskCounters(), readNetworkCounters()])
    const time = Date.now()
    return [
      ...disks.flatMap(({ name, in: read, out: written }) => [
        ...rate('disk_io', { device: name, direction: 'read' }, time, read),
        ...rate('disk_io', { device: name, direction: 'write' }, time, written),
      ]),
      ...interfaces.flatMap(({ name, in: received, out: sent }) => [
        ...rate('network', { interface: name, direction: 'receive' }, time, received),
        ...rate('network', { interface: name, direction: 'transmit' }, time, sent),
      ]),
    ]
  }

  function host(time: number): Reading[] {
    const { requests, requestErrors, queries, queryErrors, queriesRunning, eventLoopDelaySeconds, residentBytes } =
      stats.read()
    return [
      { metric: 'event_loop', labels: {}, value: eventLoopDelaySeconds },
      { metric: 'process_memory', labels: {}, value: residentBytes },
      { metric: 'queries_running', labels: {}, value: queriesRunning },
      ...rate('requests', { result: 'ok' }, time, requests - requestErrors),
      ...rate('requests', { result: 'error' }, time, requestErrors),
      ...rate('queries', { result: 'ok' }, time, queries - queryErrors),
      ...rate('queries', { result: 'error' }, time, queryErrors),
    ]
  }

  /** Windows has no load average; there it is three zeros. */
  const load = (): Reading[] =>
    process.platform === 'win32'
      ? []
      : ['1m', '5m', '15m'].map((window, i) => ({ metric: 'load', labels: { window }, value: loadavg()[i]! }))

  return async (time: number): Promise<readonly Reading[]> => {
    // Counters that are read at once come first: what is read from files takes a moment, which would distort their rates.
    const atOnce = [...cpu(time), ...load(), ...host(time)]
    const fromFiles = await Promise.all([memory(), traffic()])
    return [...atOnce, ...fromFiles.flat()]
  }
}
