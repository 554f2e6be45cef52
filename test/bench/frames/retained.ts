import { decode, encode, type SeriesFrame } from '@orrery/frames'
import { toPlain } from './data.ts'
import { sumFrame, sumPlain, type Sums } from './sum.ts'

/** Bytes that the process holds on its heap and beside it, after all garbage is gone. */
function held(): number {
  const { gc } = globalThis as { gc?: () => void }
  if (!gc) throw new Error('The bench runs with --expose-gc.')
  // What hangs on a buffer is let go a collection after the buffer.
  for (let i = 0; i < 3; i++) gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function retained<T>(make: () => T, read: (made: T) => Sums): number {
  const before = held()
  const made = make()
  // Whatever is made when it is first read is there, too.
  const { samples } = read(made)
  const bytes = held() - before
  // Read again, or it would be garbage by now.
  if (read(made).samples !== samples) throw new Error('A frame has changed.')
  return bytes / samples
}

/** Bytes that a decoded frame holds for each sample, once all of it was read, and those of parsed JSON of the frame. */
export function retainedBytes(frame: SeriesFrame): { ours: number; other: number } {
  const bytes = encode(frame)
  const text = JSON.stringify(toPlain(frame))
  return {
    ours: retained(() => decode(bytes.slice(), { owned: true }), sumFrame),
    other: retained(() => JSON.parse(text) as ReturnType<typeof toPlain>, sumPlain),
  }
}
