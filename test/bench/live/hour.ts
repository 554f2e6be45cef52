import assert from 'node:assert/strict'
import {
  decodeMessages,
  defaultBudget,
  encodeEnd,
  encodeMessage,
  LiveReader,
  LiveWindow,
  type LiveMessage,
} from '@orrery/query'
import { slopeOf } from '../../support/slope.ts'
import { cpuMs, PAIRS, type Figures } from '../measure.ts'
import { firstFrame, SERIES, tickAt, TICKS_A_MESSAGE, WINDOW } from './ticks.ts'

const HOUR = 3_600_000
const SAMPLES = 36

/** A message as it goes over the wire, and what the other end makes of it. */
async function send({ frame, ...message }: LiveMessage, reader: LiveReader): Promise<void> {
  const { type, sequence } = message
  const live = type === 'replace' ? { type, stream: 'bench', sequence, window: WINDOW } : { type, sequence }
  const bytes = [...encodeMessage({ id: 'p', refId: 'A', live }, frame), ...encodeEnd()]
  const chunks = async function* () {
    yield* bytes
  }
  for await (const sent of decodeMessages(chunks()))
    if (!reader.take(sent.header.live!, sent.frame!)) throw new Error('A tick was lost.')
}

/** A host that takes in ticks, and a page that is told of them and looks at them each frame. */
function createLine() {
  const window = new LiveWindow({ refId: 'A', moments: WINDOW, budget: { ...defaultBudget, maxPoints: WINDOW } })
  const reader = new LiveReader()
  let tick = 0
  const look = async () => {
    await send(window.since(reader.position?.sequence)!, reader)
    const frame = reader.view()!
    if (frame.kind !== 'series' || frame.length !== SERIES) throw new Error('A series was lost.')
    return frame
  }
  return {
    begin: () => {
      window.take(firstFrame())
      return look()
    },
    next: () => {
      for (let k = 0; k < TICKS_A_MESSAGE; k++) window.take(tickAt(tick++))
      return look()
    },
    tick: () => tick,
  }
}

/** Array buffers are given back some time after what held them is collected. */
const held = async () => {
  for (let k = 0; k < 3; k++) {
    ;(globalThis as { gc?: () => void }).gc!()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** An hour at a thousand ticks a second, without its pauses: what stays, and what a tick costs from end to end. */
export async function measureHour(): Promise<Figures[]> {
  const line = createLine()
  await line.begin()
  const memory: number[] = []
  const cost: number[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = process.threadCpuUsage()
    const from = line.tick()
    while (line.tick() < ((sample + 1) * HOUR) / SAMPLES) await line.next()
    const { user, system } = process.threadCpuUsage(start)
    cost.push((user + system) / (line.tick() - from))
    memory.push(await held())
  }
  const frame = await line.next()
  const last = line.tick() - 1
  assert.deepEqual([frame.at(3).time.at(-1), frame.at(3).values.at(-1)], [last, tickAt(last).values[3]])
  assert.equal(frame.at(3).values.at(-WINDOW), tickAt(last - WINDOW + 1).values[3])
  // The first part also compiles what runs.
  const settled = memory.slice(SAMPLES / 6)
  return [
    {
      name: `an hour of 1,000 ticks a second of ${SERIES} series: memory that stays for each tick`,
      unit: 'bytes',
      ours: [(slopeOf(settled) * SAMPLES) / HOUR],
      // One number in 80 ticks that stays would be this much.
      goal: { type: 'limit', atMost: 0.1 },
    },
    { name: `a tick of ${SERIES} series from source to view: host, wire and page`, unit: 'µs', ours: cost },
  ]
}

/** Beside what it would cost to lay the window out anew for each frame of the screen. */
export async function measureView(): Promise<Figures> {
  const reader = new LiveReader()
  reader.take({ type: 'replace', stream: 'bench', sequence: 1, window: WINDOW }, firstFrame())
  const whole = new LiveWindow({ refId: 'A', moments: WINDOW, budget: { ...defaultBudget, maxPoints: WINDOW } })
  whole.take(firstFrame())
  const ours: number[] = []
  const other: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    ours.push(1000 * cpuMs(() => reader.view()))
    other.push(1000 * cpuMs(() => whole.since(undefined)))
  }
  return {
    name: `a view of a window of ${SERIES} x ${WINDOW.toLocaleString('en')}`,
    unit: 'µs',
    ours,
    other: { name: 'a frame of its own', values: other },
  }
}
