import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder } from '../support/host.ts'
import { PAIRS, type Figures } from './measure.ts'
import { generatePlugins } from './plugins/generate.ts'

const MANY = 200
const SOME = 60
const TENTH = 6

const OPEN_DOORS = join(import.meta.dirname, 'plugins/open-doors.ts')

/** Processor time that all threads of a process have had, in milliseconds; Linux only. */
const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
    .reduce((sum, ms) => sum + ms, 0)

/** Takes each measurement in turn, some times over. */
async function inTurn<Name extends string>(
  measures: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let run = 0; run < PAIRS; run++) for (const name of names) taken[name].push(await measures[name]())
  return taken
}

/** Processor time of the host from the start of its process until it is ready. */
async function startCpu(plugins: string, data: string): Promise<number> {
  const host = await startHost(['--plugins', plugins, '--data', data])
  const cpu = cpuOf(host.pid)
  const { status } = await fetch(`${host.url}/readyz`)
  await host.stop()
  if (status !== 200) throw new Error(`The host is not ready: ${status}.`)
  return cpu
}

async function measureStart(none: string, some: string, many: string): Promise<Figures[]> {
  const fresh = async (plugins: string) => {
    const data = temporaryFolder('bench')
    try {
      return await startCpu(plugins, data)
    } finally {
      removeFolder(data)
    }
  }
  const kept = temporaryFolder('bench')
  // The first start fills the cache, when it ends.
  await startCpu(many, kept)
  const taken = await inTurn({
    none: () => fresh(none),
    some: () => fresh(some),
    many: () => fresh(many),
    warm: () => startCpu(many, kept),
  })
  removeFolder(kept)
  const base = { name: 'without them', values: taken.none }
  return [
    { name: 'start, none besides those that ship with the host', unit: 'ms CPU', ours: taken.none },
    {
      name: `start, ${SOME} installed`,
      unit: 'ms CPU',
      ours: taken.some,
      other: base,
      goal: { type: 'share', atMost: 1.25 },
    },
    {
      name: `start, ${MANY} installed`,
      unit: 'ms CPU',
      ours: taken.many,
      other: base,
      goal: { type: 'share', atMost: 1.5 },
    },
    {
      name: `each of ${MANY} adds to the start`,
      unit: 'ms CPU',
      ours: taken.many.map((ms, run) => (ms - taken.none[run]!) / MANY),
      goal: { type: 'limit', atMost: 2 },
    },
    {
      name: `start, ${MANY} installed, again with the compiled code of before`,
      unit: 'ms CPU',
      ours: taken.warm,
      other: { name: 'the first time', values: taken.many },
      goal: { type: 'share', atMost: 0.9 },
    },
  ]
}

interface Opened {
  readonly list: number
  readonly open: number
  readonly listed: number
  readonly opened: number
}

async function openDoors(plugins: string, count: number, ...cache: string[]): Promise<Opened> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=orrery-source',
    OPEN_DOORS,
    plugins,
    String(count),
    ...cache,
  ])
  // Written by open-doors.ts.
  const opened = JSON.parse(stdout) as Opened
  if (opened.listed !== SOME + 1 || opened.opened !== count) throw new Error(`Not all doors were opened: ${stdout}`)
  return opened
}

/** In folders of one plugin more than are counted: open-doors.ts needs it. */
async function measureDoors(some: string): Promise<Figures[]> {
  const cache = temporaryFolder('bench')
  await openDoors(some, SOME, cache)
  const lists: number[] = []
  const taken = await inTurn({
    lazy: async () => {
      const { list, open } = await openDoors(some, TENTH)
      lists.push(list)
      return open
    },
    eager: async () => (await openDoors(some, SOME)).open,
    warm: async () => (await openDoors(some, SOME, cache)).open,
  })
  removeFolder(cache)
  const eager = { name: `all ${SOME}`, values: taken.eager }
  return [
    {
      name: `${SOME + 1} listed from their manifests`,
      unit: 'ms CPU',
      ours: lists,
      other: { ...eager, name: 'their code evaluated' },
    },
    {
      name: `server doors, ${TENTH} of ${SOME} opened`,
      unit: 'ms CPU',
      ours: taken.lazy,
      other: eager,
      goal: { type: 'share', atMost: 0.15 },
    },
    {
      name: `server doors, all ${SOME}, with the compiled code of before`,
      unit: 'ms CPU',
      ours: taken.warm,
      other: { ...eager, name: 'without' },
      goal: { type: 'share', atMost: 0.9 },
    },
  ]
}

/** From the navigation to the first time series: time in scripts, and until it stands. A cold profile each time. */
async function measurePage(none: string, many: string): Promise<Figures[]> {
  if (!programs.chromium) return []
  const [few, full] = await Promise.all([none, many].map((plugins) => startHost(['--demo', '--plugins', plugins])))
  const browser = await launchBrowser()
  const script = { few: [] as number[], full: [] as number[] }
  const open = async (url: string, scripts: number[]) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable')
    const at = performance.now()
    await page.goto(`${url}/d/machine`, { waitUntil: 'commit' })
    await page.locator('.o-time-chart canvas').first().waitFor()
    const taken = performance.now() - at
    const { metrics } = await devtools.send('Performance.getMetrics')
    scripts.push(metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000)
    await context.close()
    return taken
  }
  const wall = await inTurn({ few: () => open(few!.url, script.few), full: () => open(full!.url, script.full) })
  await browser.close()
  await Promise.all([few!.stop(), full!.stop()])
  return [
    {
      name: `page until its first time series, ${MANY} installed`,
      unit: 'ms in scripts',
      ours: script.full,
      other: { name: 'without them', values: script.few },
      goal: { type: 'share', atMost: 1.15 },
    },
    { name: 'the same, by the clock', unit: 'ms', ours: wall.full, other: { name: 'without them', values: wall.few } },
  ]
}

/** A folder of plugins that holds these. */
function folderOf(folder: string, plugins: readonly string[]): string {
  mkdirSync(folder)
  for (const [index, plugin] of plugins.entries()) symlinkSync(plugin, join(folder, `plugin-${index}`))
  return folder
}

export default async (): Promise<Figures[]> => {
  const folder = temporaryFolder('bench-plugins')
  try {
    const plugins = await generatePlugins(folder, MANY)
    const [none, some, oneMore, many] = [0, SOME, SOME + 1, MANY].map((count) =>
      folderOf(join(folder, String(count)), plugins.slice(0, count)),
    )
    return [
      ...(await measureStart(none!, some!, many!)),
      ...(await measureDoors(oneMore!)),
      ...(await measurePage(none!, many!)),
    ]
  } finally {
    removeFolder(folder)
  }
}
