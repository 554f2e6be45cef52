import { LiveSeries, number, type Frame, type FrameMeta } from '@orrery/frames'

import { QueryError } from './errors.ts'
import { readDelta } from './live-delta.ts'
import type { LivePosition } from './live.ts'
import type { WireLive } from './wire.ts'

/** Follows a query at the other end of the wire. */
export class LiveReader {
  #meta: FrameMeta = {}
  #frame: Frame | undefined
  #live: LiveSeries | undefined
  #position: LivePosition | undefined

  /** What was taken last, for whoever asks again; undefined before the first replacement. */
  get position(): LivePosition | undefined {
    return this.#position
  }

  /**
   * Takes what the stream tells. Gives false when updates were missed: then it must be followed anew, from no position.
   * Throws WIRE_MALFORMED for a frame that is no update.
   */
  take(live: WireLive, frame: Frame): boolean {
    if (live.type === 'replace') return this.#replace(live, frame)
    if (!this.#live || !this.#position) return false
    for (const moment of readDelta(frame, live.sequence)) {
      // What is known already came twice: the request that it answers was overtaken.
      if (moment.sequence <= this.#position.sequence) continue
      if (!this.#live.append(moment)) return this.#forget()
      this.#position = { ...this.#position, sequence: moment.sequence }
    }
    return true
  }

  /** What stands, as views that are good until the next update; undefined before the first. */
  view(): Frame | undefined {
    return this.#live ? this.#live.view(this.#meta) : this.#frame
  }

  /** The time of the last moment, in milliseconds; undefined when there is none. */
  get last(): number | undefined {
    return this.#live?.at(0).time.at(-1)
  }

  #replace({ stream, sequence, window }: WireLive & { type: 'replace' }, frame: Frame): boolean {
    if (window === undefined) {
      this.#live = undefined
      this.#frame = frame
    } else {
      if (frame.kind !== 'series') throw new QueryError('WIRE_MALFORMED', { reason: 'a live window is no series' })
      this.#frame = undefined
      this.#live = new LiveSeries({ window, value: number(frame.numbers().meta) })
      this.#live.replace(sequence, frame)
    }
    this.#meta = frame.meta
    this.#position = { stream, sequence }
    return true
  }

  #forget(): false {
    this.#position = undefined
    return false
  }
}
