import { createShapeRunner } from './shape-runner.ts'
import type { ShapeAsked } from './shape-request.ts'
import type { PortOptions, ShapePort } from './shaper.ts'

/** What a shaper asked a worker that was never started, and how often one was closed. */
export interface PortRecord {
  readonly asked: ShapeAsked[]
  closed: number
}

/** Runs in this thread, with all that it takes and gives copied as between threads. */
export const inThread =
  (record: PortRecord = { asked: [], closed: 0 }) =>
  ({ onAnswer }: PortOptions): ShapePort => {
    let isOpen = true
    const take = createShapeRunner((told) => {
      if (isOpen) onAnswer(structuredClone(told))
    })
    return {
      post: (asked) => {
        record.asked.push(asked)
        void take(structuredClone(asked))
      },
      close: () => {
        isOpen = false
        record.closed++
      },
    }
  }
