import type { Browser, Page } from 'playwright-core'
import type { LineBackend } from '../../support/large-dashboard.ts'
import { resource } from '../../support/node-dashboard.ts'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import { answered, newLargePage, nextFrame, refresh, seenAreDrawn } from './large-page.ts'

const PANELS = 100
const QUERIES = 10
const ID = 'hundred'
/** A page on which all of them are seen at one time. */
const TALL = 6000

/** 100 time series that ask ten queries, all of which use one variable. */
const spec = {
  time: { from: 'now-15m', to: 'now' },
  variables: [{ name: 'mode', type: 'switch', label: 'Mode', on: 'busy', off: 'idle' }],
  panels: Object.fromEntries(
    Array.from({ length: PANELS }, (_, i) => [
      `p${i}`,
      {
        type: 'timeseries',
        title: `Panel ${i}`,
        queries: [
          {
            refId: 'A',
            datasource: 'lines',
            query: { type: 'range', expr: `load{query="${i % QUERIES}", mode="$mode"}`, legend: '{{line}}' },
          },
        ],
        options: {},
      },
    ]),
  ),
  layout: {
    type: 'grid',
    items: Array.from({ length: PANELS }, (_, i) => ({
      panel: `p${i}`,
      x: (i % 4) * 6,
      y: Math.floor(i / 4) * 6,
      w: 6,
      h: 6,
    })),
  },
}

/** Saves the dashboard; gives its address. */
export async function saveHundred(browser: Browser, host: string): Promise<string> {
  const page = await browser.newPage()
  await page.goto(host)
  const answer = await page.request.put(`${host}/api/v1/ns/default/dashboards/${ID}`, {
    headers: { 'orrery-request': '1', origin: host, 'if-none-match': '*' },
    data: resource('dashboard', ID, 'Hundred', spec),
  })
  if (!answer.ok()) throw new Error(await answer.text())
  await page.close()
  return `${host}/d/${ID}`
}

/** Milliseconds until the last panel is painted anew. */
async function paintedAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const from = await page.evaluate(() => performance.now())
  await act()
  return (await nextFrame(page)) - from
}

/** Opening a dashboard of 100 panels that ask ten queries, and changing the variable that all of them use. */
export async function measureHundred(browser: Browser, address: string, backend: LineBackend): Promise<Figures[]> {
  const { page, batches, metrics, close } = await newLargePage(browser, TALL)
  const asked = backend.asked.length
  const start = batches.length
  const before = await metrics()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('[data-panel] canvas'))
  const first = await nextFrame(page)
  await seenAreDrawn(page)
  const full = await nextFrame(page)
  const after = await metrics()
  const requests = batches.length - start
  const queries = backend.asked.length - asked
  const flip = () => answered(page, '[role=switch]')
  await flip()
  const sent = batches.length
  const changes = await interleave(
    PAIRS,
    () => paintedAfter(page, flip),
    () => paintedAfter(page, () => refresh(page, 1)),
  )
  const each = (batches.length - sent) / (2 * PAIRS)
  await close()
  return [
    {
      name: '100 panels of ten queries, all seen: requests for data',
      unit: 'requests',
      ours: [requests],
      goal: { type: 'limit', atMost: 1 },
    },
    {
      name: '100 panels of ten queries, all seen: queries to the data source',
      unit: 'queries',
      ours: [queries],
      goal: { type: 'limit', atMost: QUERIES },
    },
    { name: '100 panels, all seen: first panel painted', unit: 'ms', ours: [first] },
    { name: '100 panels, all seen: last panel painted', unit: 'ms', ours: [full] },
    { name: '100 panels, all seen: main thread until then', unit: 'ms', ours: [after.taskMs - before.taskMs] },
    {
      name: '100 panels: a change of their variable, until the last is painted',
      unit: 'ms',
      ours: changes.ours,
      other: { name: 'a refresh', values: changes.other },
    },
    {
      name: '100 panels: requests for data a change or refresh',
      unit: 'requests',
      ours: [each],
      goal: { type: 'limit', atMost: 1 },
    },
  ]
}
