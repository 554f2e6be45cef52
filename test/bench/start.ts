import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder } from '../support/host.ts'
import { start, until } from '../support/process.ts'
import { interleave, PAIRS, type Figures } from './measure.ts'

const FLOOR = join(import.meta.dirname, 'bare-server.mjs')

/** A Fastify server with one page and nothing else: what starting a server on this stack costs at least. */
async function startBare() {
  const running = start(process.execPath, [FLOOR])
  const url = await until('the bare server', () => /at (\S+)/.exec(running.output())?.[1])
  return { url, pid: running.pid, stop: () => running.stop() }
}

/** Resident memory, in MiB; Linux only. */
function resident(pid: number): number | undefined {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return undefined
  }
}

const ready = (url: string) => until(url, async () => (await fetch(url)).ok)
const rest = () => new Promise((resolve) => setTimeout(resolve, 2000))

/** From the start of the process to the first good answer, on a new data folder; and the memory two seconds later. */
async function measureStart(): Promise<Figures[]> {
  const memory = { ours: [] as number[], other: [] as number[] }
  const time = await interleave(
    PAIRS,
    async () => {
      const folder = temporaryFolder('bench')
      const at = performance.now()
      const host = await startHost(['--data', folder])
      await ready(`${host.url}/readyz`)
      const taken = performance.now() - at
      await rest()
      memory.ours.push(resident(host.pid) ?? NaN)
      await host.stop()
      removeFolder(folder)
      return taken
    },
    async () => {
      const at = performance.now()
      const bare = await startBare()
      await ready(bare.url)
      const taken = performance.now() - at
      await rest()
      memory.other.push(resident(bare.pid) ?? NaN)
      await bare.stop()
      return taken
    },
  )
  const besides = ({ ours, other }: typeof time) => ({ ours, other: { name: 'bare Fastify', values: other } })
  return [
    { name: 'host start to ready', unit: 'ms', ...besides(time), goal: { type: 'share', atMost: 3.5 } },
    { name: 'resident memory at rest', unit: 'MiB', ...besides(memory), goal: { type: 'limit', atMost: 120 } },
  ]
}

/** From the navigation in a cold browser profile to the first time series on the screen, or the first paint of a blank page. */
async function measureFirstPanel(): Promise<Figures[]> {
  if (!programs.chromium) return []
  const host = await startHost(['--demo'])
  const bare = await startBare()
  const browser = await launchBrowser()
  const open = async (url: string, selector: string) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const at = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator(selector).first().waitFor()
    // Two frames: what was found is then on the screen.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const taken = performance.now() - at
    await page.close()
    return taken
  }
  const time = await interleave(
    PAIRS,
    () => open(`${host.url}/d/machine`, '.o-time-chart canvas'),
    () => open(bare.url, 'p'),
  )
  await browser.close()
  await Promise.all([host.stop(), bare.stop()])
  return [
    {
      name: 'first panel painted',
      unit: 'ms',
      ours: time.ours,
      other: { name: 'blank page painted', values: time.other },
    },
  ]
}

export default async (): Promise<Figures[]> => [...(await measureStart()), ...(await measureFirstPanel())]
