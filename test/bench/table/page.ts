// Runs in Chromium: the table panel with many rows, and a virtual list of row objects as a peer.
import { defaultsOf, defineTable, detachedPage, type Frame, number, text, time } from '@orrery/sdk'
// @ts-expect-error a stylesheet has no types
import '@orrery/ui/style.css'
import { createApp, h, shallowRef, type App } from 'vue'
import { Options } from '../../../plugins/panel-table/src/options.ts'
import TablePanel from '../../../plugins/panel-table/src/ui/TablePanel.vue'
import RowObjects from './RowObjects.vue'

export type Side = 'table' | 'objects'

export interface TableBench {
  readonly makeFrame: (rows: number) => void
  /** Shows the frame, and has drawn it. */
  readonly show: (side: Side) => Promise<void>
  /** Shows another frame of as many rows, and has drawn it. */
  readonly update: () => Promise<void>
  /** Scrolls on in each of some frames. */
  readonly scroll: (frames: number) => Promise<void>
  /** Sorts the rows by a number; gives the milliseconds of the longest time without a frame. */
  readonly sort: (side: Side) => Promise<{ readonly longest: number }>
  readonly close: () => void
}

const [WIDTH, HEIGHT] = [1200, 600]
const NUMBERS = 8

const Shape = defineTable({
  time: time(),
  pod: text(),
  ...Object.fromEntries(Array.from({ length: NUMBERS }, (_, k) => [`value${k}`, number({ unit: 'bytes' })])),
})

const frame = shallowRef<Frame>()
let app: App | undefined
const root = document.body.appendChild(document.createElement('div'))

function randoms(length: number, seed: number): Float64Array {
  const values = new Float64Array(length)
  let random = seed + 1
  for (let k = 0; k < length; k++) values[k] = random = (random * 16_807) % 2_147_483_647
  return values
}

function build(rows: number, seed: number): Frame {
  const pods = Array.from({ length: 1000 }, (_, k) => `pod-${k}`)
  return Shape.fromColumns({
    time: Float64Array.from({ length: rows }, (_, k) => k * 1000),
    pod: Array.from({ length: rows }, (_, k) => pods[(k * 7) % 1000]!),
    ...Object.fromEntries(Array.from({ length: NUMBERS }, (_, k) => [`value${k}`, randoms(rows, seed + k)])),
  })
}

let next: Frame | undefined

function makeFrame(rows: number) {
  close()
  frame.value = build(rows, 1)
  next = build(rows, 2)
}

// The picture is there when the frame after the one that drew begins.
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(undefined)
    }),
  )

// All options have defaults.
const options = defaultsOf(Options) as Options
const page = detachedPage
const propsOf = () => ({
  options,
  frames: [frame.value!],
  annotations: [],
  fieldConfig: { defaults: {}, overrides: [] },
  variables: {},
  range: { from: 0, to: 1 },
  timeZone: 'UTC',
  width: WIDTH,
  height: HEIGHT,
  theme: 'dark' as const,
  page,
})

async function show(side: Side) {
  close()
  app = createApp({
    render: () =>
      side === 'table' ? h(TablePanel, propsOf()) : h(RowObjects, { frame: frame.value!, height: HEIGHT }),
  })
  root.style.inlineSize = `${WIDTH}px`
  app.mount(root)
  await painted()
  check()
}

const scroller = () => root.querySelector<HTMLElement>('[role=grid]')!
function check() {
  const rows = scroller().querySelectorAll('[role=row]').length
  if (rows < 10 || rows > 60) throw new Error(`${rows} rows are in the page.`)
}

async function update() {
  ;[frame.value, next] = [next, frame.value]
  await painted()
}

async function scroll(frames: number) {
  for (let k = 0; k < frames; k++) {
    // A table that moves by itself prevents what the browser would do.
    const wheel = new WheelEvent('wheel', { deltaY: 400, cancelable: true, bubbles: true })
    if (scroller().dispatchEvent(wheel)) scroller().scrollTop += 400
    await painted()
    check()
  }
}

async function sort(side: Side) {
  let isDone = false
  let longest = 0
  scroller().scrollTop = 0
  isSorted(side)
  await painted()
  let last = performance.now()
  const watch = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isDone) requestAnimationFrame(watch)
  }
  await painted()
  requestAnimationFrame(watch)
  await painted()
  longest = 0
  const heading = [...root.querySelectorAll<HTMLElement>('[role=columnheader] button')].find(({ textContent }) =>
    textContent?.includes('value3'),
  )!
  heading.click()
  for (let k = 0; !isSorted(side); k++) {
    if (k > 3000) throw new Error('The rows were not sorted in 3,000 frames.')
    await painted()
  }
  await painted()
  await painted()
  isDone = true
  return { longest }
}

/** Whether the first row is the one with the lowest number. */
function isSorted(side: Side) {
  const column = frame.value!.fields.get('value3')!
  if (column.kind !== 'number') throw new Error('It has no such numbers.')
  lowest ??= column.values.indexOf(column.values.reduce((low, value) => Math.min(low, value), Infinity))
  const first = scroller().querySelector(side === 'table' ? '[data-row="0"]' : '.object-row [role=gridcell]')
  const time = frame.value!.fields.get('time')!
  const shown = first?.textContent?.trim()
  return side === 'table'
    ? shown === new Date(time.kind === 'time' ? time.values[lowest]! : 0).toISOString().slice(0, 19).replace('T', ' ')
    : shown === String(time.at(lowest))
}
let lowest: number | undefined

function close() {
  app?.unmount()
  app = undefined
  lowest = undefined
}

const bench: TableBench = { makeFrame, show, update, scroll, sort, close }
Object.assign(globalThis, { bench })
