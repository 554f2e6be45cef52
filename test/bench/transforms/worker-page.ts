import { runChain } from '../../../host/web/src/transforms/shape-runner.ts'
import type { ShapeAnswer, ShapeChain } from '../../../host/web/src/transforms/shape-request.ts'
import { createShaper } from '../../../host/web/src/transforms/shaper.ts'
import { createData } from './data.ts'
import { toFrame } from './ours.ts'

const chain: ShapeChain = {
  steps: [
    { type: 'filterByValue', options: { conditions: [{ field: 'value', type: 'greater', value: '50' }] } },
    { type: 'sortBy', options: { fields: [{ field: 'value' }] } },
  ],
  range: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 5) },
  timeZone: 'UTC',
  scope: {},
  code: {},
}
const frames = [toFrame(createData('ragged'))]
const { signal } = new AbortController()

/** The longest time, in milliseconds, in which nothing else could be done while this went on. */
async function longestBlock(task: () => Promise<{ readonly frames: readonly { readonly length: number }[] }>) {
  const { port1, port2 } = new MessageChannel()
  let longest = 0
  let last = performance.now()
  let isOver = false
  port1.addEventListener('message', () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) port2.postMessage(null)
  })
  port1.start()
  port2.postMessage(null)
  const made = await task()
  longest = Math.max(longest, performance.now() - last)
  isOver = true
  if (made.frames[0]!.length < 400_000) throw new Error(`There are ${made.frames[0]!.length} rows.`)
  return longest
}

export const bench = {
  here: () => longestBlock(() => runChain(frames, chain, signal)),
  /** Handing the frames over and taking the result back included. */
  async inWorker(script: string) {
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const shaper = createShaper(({ onAnswer, onError }) => {
      const worker = new Worker(url)
      worker.addEventListener('message', ({ data }: MessageEvent<ShapeAnswer>) => onAnswer(data))
      worker.addEventListener('error', ({ message }) => onError(message))
      return {
        post: (asked) =>
          worker.postMessage(asked, asked.type === 'frames' ? asked.frames.map(({ buffer }) => buffer) : []),
        close: () => worker.terminate(),
      }
    })
    const longest = await longestBlock(() => shaper.shape(frames, chain, signal))
    shaper.stop()
    URL.revokeObjectURL(url)
    return longest
  },
}
export type WorkerBench = typeof bench

// The bench reads it there.
Object.assign(globalThis, { bench })
