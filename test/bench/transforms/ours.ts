import { number, SeriesBuilder, type Frame, type SeriesFrame } from '@orrery/frames'
import { builtInTransforms } from '@orrery/query'
import { check, withDefaults } from '@orrery/schema'
import type { PlainSeries } from './data.ts'

export function toFrame(data: Iterable<PlainSeries>): SeriesFrame {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number() } })
  for (const { labels, times, values } of data) builder.add(labels, times, values)
  return builder.build()
}

/** One step, ready to run; what it has to say of the data throws. */
export function prepare(id: string, options: object, frame: SeriesFrame): () => readonly Frame[] {
  const transform = builtInTransforms.find((one) => one.id === id)!
  const checked = check(transform.options, withDefaults(transform.options, options), id)
  const context = {
    range: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 5) },
    timeZone: 'UTC',
    signal: new AbortController().signal,
    note: (text: string) => {
      throw new Error(text)
    },
  }
  // Its options were checked just now, and those of this package do not wait.
  return () => transform.apply([frame], checked as never, context) as readonly Frame[]
}
