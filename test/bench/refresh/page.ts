// Runs in Chromium: bar charts and texts whose data is replaced, as on each refresh.
import { defaultsOf, defineTable, detachedPage, number, SeriesBuilder, text, type Frame } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, nextTick, shallowRef, type App, type Component } from 'vue'
import { Options as BarchartOptions } from '../../../plugins/panel-barchart/src/options.ts'
import BarchartPanel from '../../../plugins/panel-barchart/src/ui/BarchartPanel.vue'
import { Options as TextOptions } from '../../../plugins/panel-text/src/options.ts'
import TextPanel from '../../../plugins/panel-text/src/ui/TextPanel.vue'

export type Refreshed = 'bars of series' | 'bars of rows' | 'text of rows'

export interface RefreshBench {
  /** Shows a panel with so many points of ten series, or so many rows. */
  readonly open: (what: Refreshed, count: number) => Promise<void>
  /** Milliseconds of a refresh with new data to the drawn panel, and of one loop over the same values. */
  readonly refresh: () => Promise<{ readonly ours: number; readonly floor: number }>
}

const SERIES = 10
const HOUR = 3_600_000
const Rows = defineTable({ name: text(), value: number() })

const root = document.body.appendChild(document.createElement('div'))
const frame = shallowRef<Frame>()
let app: App | undefined
/** They take turns. */
let made: readonly Made[] = []

interface Made {
  readonly frame: Frame
  readonly values: readonly Float64Array[]
}

const wave = (length: number, seed: number) =>
  Float64Array.from({ length }, (_, k) => 50 + 40 * Math.sin(k / 50 + seed))

function make(what: Refreshed, count: number, seed: number): Made {
  if (what !== 'bars of series') {
    const values = wave(count, seed)
    const name = Array.from({ length: count }, (_, i) => `name ${i}`)
    return { frame: Rows.fromColumns({ name, value: values }), values: [values] }
  }
  const builder = new SeriesBuilder({ fields: { value: number() } })
  const length = count / SERIES
  const times = Float64Array.from({ length }, (_, k) => (k * HOUR) / length)
  const values = Array.from({ length: SERIES }, (_, i) => wave(length, i + seed))
  values.forEach((own, i) => builder.add({ host: `host-${i}` }, times, own))
  return { frame: builder.build(), values }
}

const viewOf = (what: Refreshed): { readonly view: Component; readonly options: unknown } => {
  if (what !== 'text of rows') return { view: BarchartPanel, options: defaultsOf(BarchartOptions) }
  const content = '**${__data.fields.name}**: ${__data.fields.value}'
  const options = { ...(defaultsOf(TextOptions) as TextOptions), content, render: 'perRow' }
  return { view: TextPanel, options }
}

/** What of the panel is drawn last and says that it has been: a bar chart its summary, a text its last row. */
const picture = () =>
  document.querySelector('[role="application"]')?.getAttribute('aria-label') ??
  [...document.querySelectorAll('.o-markdown')].at(-1)?.textContent

/** Texts come when what writes them is loaded, a bar chart at once. */
async function untilOther(before: string | undefined) {
  await nextTick()
  if (picture() !== before) return
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Nothing has changed.')), 5000)
    const observer = new MutationObserver(() => {
      if (picture() === before) return
      observer.disconnect()
      clearTimeout(limit)
      resolve()
    })
    observer.observe(root, { childList: true, subtree: true })
  })
}

async function open(what: Refreshed, count: number) {
  app?.unmount()
  made = [make(what, count, 0), make(what, count, 1)]
  frame.value = made[0]!.frame
  const { view, options } = viewOf(what)
  const props = {
    options,
    annotations: [],
    variables: {},
    fieldConfig: { defaults: {}, overrides: [] },
    range: { from: 0, to: HOUR },
    timeZone: 'UTC',
    width: 1200,
    height: 500,
    theme: 'dark',
    page: detachedPage,
  }
  app = createApp({ render: () => h(view, { ...props, frames: [frame.value!] }) })
  app.mount(root)
  await untilOther(undefined)
  if (what !== 'text of rows' && !document.querySelector('canvas')) throw new Error('There is no chart.')
}

function highestOf(lists: readonly Float64Array[]) {
  let highest = -Infinity
  for (const values of lists) for (const value of values) if (value > highest) highest = value
  return highest
}

async function refresh() {
  const next = made.find((one) => one.frame !== frame.value)!
  const before = picture()
  const start = performance.now()
  frame.value = next.frame
  await untilOther(before)
  const drawn = performance.now()
  const highest = highestOf(next.values)
  const floor = performance.now() - drawn
  if (Number.isNaN(highest)) throw new Error('A value is missing.')
  return { ours: drawn - start, floor }
}

const bench: RefreshBench = { open, refresh }
Object.assign(globalThis, { bench })
