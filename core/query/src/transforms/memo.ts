import type { Frame } from '@orrery/frames'
import type { ByteCache } from '../cache.ts'
import { frameBytes } from '../frame-bytes.ts'
import type { TimeRange } from '../time-range.ts'

/** What frames are made of. */
export interface ShapeRequest {
  readonly frames: readonly Frame[]
  /** All else that the result depends on, as JSON; but for the range. */
  readonly spec: unknown
  readonly range: TimeRange
}

/** Frames that were made. */
export interface Shaped {
  readonly frames: readonly Frame[]
  /** They are not to be kept: something failed, which the next try may not. */
  readonly failed?: boolean
}

/** Keeps what was made of frames, as long as these are the same objects: a cached answer is shaped once. */
export interface ShapeMemo {
  /**
   * What was made of these frames by this spec, else what `make` gives. The result depends on the range only if `make` has
   * read it.
   */
  readonly shape: (
    request: ShapeRequest,
    make: (given: { readonly range: TimeRange }) => Promise<Shaped>,
  ) => Promise<{ readonly frames: readonly Frame[]; readonly isKnown: boolean }>
}

export interface ShapeMemoOptions {
  /** May be that of the queries: then both are bounded together. */
  readonly cache: ByteCache<readonly Frame[]>
  /** Told of each use. */
  readonly onShape?: (isKnown: boolean) => void
}

/** No frames of queries are kept for longer. */
const TTL_MS = 60_000
/** Of a result that has no frames of its own. */
const OWN_BYTES = 512

export function createShapeMemo({ cache, onShape }: ShapeMemoOptions): ShapeMemo {
  const numbers = new WeakMap<Frame, number>()
  let last = 0
  const numberOf = (frame: Frame) => {
    const number = numbers.get(frame) ?? ++last
    numbers.set(frame, number)
    return number
  }

  return {
    shape: async ({ frames, spec, range }, make) => {
      const key = `shape ${JSON.stringify([frames.map(numberOf), spec])}`
      const keyOfRange = `${key} ${range.from} ${range.to}`
      const known = cache.get(key) ?? cache.get(keyOfRange)
      onShape?.(known !== undefined)
      if (known) return { frames: known, isKnown: true }
      let isOfRange = false
      const noted = {
        get range() {
          isOfRange = true
          return range
        },
      }
      const { frames: made, failed = false } = await make(noted)
      if (!failed) {
        const given = new Set(frames)
        const bytes = made.reduce((sum, frame) => (given.has(frame) ? sum : sum + frameBytes(frame)), OWN_BYTES)
        cache.set(isOfRange ? keyOfRange : key, made, bytes, TTL_MS)
      }
      return { frames: made, isKnown: false }
    },
  }
}
