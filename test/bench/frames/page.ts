// Runs in Chromium: opens frames, and parses JSON of the same frames, each with all that is asked for it measured alone.
import { decode } from '@orrery/frames'
import type { PlainSeries } from './data.ts'
import { sumFrame, sumPlain, type Sums } from './sum.ts'

/** What the page can be asked for; all but `load` and `prepare` are what is measured. */
export interface Bench {
  readonly load: () => Promise<void>
  /** Copies the bytes for that many frames to come. */
  readonly prepare: (runs: number) => void
  readonly open: () => number
  readonly openAndSum: () => Sums
  readonly parseAndSum: () => Sums
}

let bytes = new Uint8Array()
let text = ''
let copies: Uint8Array[] = []

/** The next frame, from bytes that are its own, as the body of a message is. */
function openNext() {
  const own = copies.pop()
  if (!own) throw new Error('There are no more copies: prepare them first.')
  return decode(own, { owned: true })
}

const bench: Bench = {
  load: async () => {
    bytes = new Uint8Array(await (await fetch('/frame.arrow')).arrayBuffer())
    text = await (await fetch('/frame.json')).text()
  },
  prepare: (runs) => {
    copies = Array.from({ length: runs }, () => bytes.slice())
  },
  open: () => openNext().length,
  openAndSum: () => sumFrame(openNext()),
  parseAndSum: () => sumPlain(JSON.parse(text) as PlainSeries[]),
}
Object.assign(globalThis, { bench })
