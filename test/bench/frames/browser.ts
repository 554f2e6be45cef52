import { createServer } from 'node:http'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { encode, type SeriesFrame } from '@orrery/frames'
import type { Page } from 'playwright-core'
import { programs } from '../../support/abilities.ts'
import { launchBrowser } from '../../support/browser.ts'
import { interleave, PAIRS } from '../measure.ts'
import { PEERS } from '../peers.ts'
import { toPlain } from './data.ts'
import type { Bench } from './page.ts'
import { assertSame, type Sums } from './sum.ts'

interface PageGlobals {
  readonly bench: Bench
}

/** As much of esbuild as is used here. */
interface Esbuild {
  build(options: object): Promise<{ outputFiles: { text: string }[] }>
}

async function bundlePage(): Promise<string> {
  const esbuild = createRequire(join(PEERS, 'package.json'))('esbuild') as Esbuild
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['orrery-source'],
  })
  return outputFiles[0]!.text
}

/** As the policy of the host. */
const headers = { 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'" }

async function serve(files: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>>) {
  const server = createServer(({ url = '' }, response) => {
    const file = files[url]
    response.writeHead(file ? 200 : 404, { ...headers, ...(file && { 'content-type': file[0] }) }).end(file?.[1])
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address with a port.
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

const WARM_UPS = 3
/** Frames that are opened for one figure. */
const RUNS = 4

/** Processor time of the page's main thread in milliseconds, which other work of the machine does not lengthen. */
async function createClock(page: Page) {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    collectGarbage: () => protocol.send('HeapProfiler.collectGarbage'),
    now: async () => {
      const { metrics } = await protocol.send('Performance.getMetrics')
      const time = metrics.find(({ name }) => name === 'ThreadTime')
      if (!time) throw new Error('Chromium does not tell the time of its thread.')
      return time.value * 1000
    },
  }
}

/** Milliseconds in Chromium to open a frame, to open and sum it, and to parse JSON of it and sum that; undefined without one. */
export async function measureInBrowser(frame: SeriesFrame) {
  if (!programs.chromium) return undefined
  const server = await serve({
    '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundlePage()],
    '/frame.arrow': ['application/octet-stream', encode(frame)],
    '/frame.json': ['application/json', JSON.stringify(toPlain(frame))],
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(server.url)
    await page.evaluate(() => (globalThis as unknown as PageGlobals).bench.load())
    const clock = await createClock(page)
    const run = async (task: 'open' | 'openAndSum' | 'parseAndSum', runs = RUNS) => {
      await page.evaluate((count) => (globalThis as unknown as PageGlobals).bench.prepare(count), runs)
      await clock.collectGarbage()
      const start = await clock.now()
      const result = await page.evaluate(
        ([name, count]) => {
          const { bench } = globalThis as unknown as PageGlobals
          let last: number | Sums = 0
          for (let i = 0; i < count; i++) last = bench[name]()
          return last
        },
        [task, runs] as const,
      )
      return { ms: ((await clock.now()) - start) / runs, result }
    }
    for (let i = 0; i < WARM_UPS; i++)
      assertSame((await run('openAndSum')).result, (await run('parseAndSum', 1)).result)
    const open: number[] = []
    const { ours, other } = await interleave(
      PAIRS,
      async () => {
        open.push((await run('open')).ms)
        return (await run('openAndSum')).ms
      },
      async () => (await run('parseAndSum', 1)).ms,
    )
    return { open, openAndSum: ours, parseAndSum: other }
  } finally {
    await browser.close()
    server.close()
  }
}
