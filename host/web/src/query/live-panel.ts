import { LiveReader, type WireMessage } from '@orrery/query'
import type { Frame, TimeRange } from '@orrery/sdk'

/** What a panel follows: the windows of its queries, which take what came when the page draws next. */
export class LivePanel {
  readonly #readers = new Map<string, LiveReader>()
  #arrived: WireMessage[] = []

  /** How far each query was followed, for whoever asks again. */
  positions() {
    const known = Array.from(this.#readers, ([refId, { position }]) => [refId, position] as const)
    return Object.fromEntries(known.flatMap(([refId, position]) => (position ? [[refId, position] as const] : [])))
  }

  /** Whether all of its queries can be shown. */
  get hasFrames(): boolean {
    return this.#readers.size > 0 && [...this.#readers.values()].every(({ position }) => position !== undefined)
  }

  push(message: WireMessage): void {
    this.#arrived.push(message)
  }

  /** Takes what has arrived. False when something is missing between: then the panel must be asked for anew. */
  advance(): boolean {
    const messages = this.#arrived
    this.#arrived = []
    return messages.every(({ header: { refId = '', live }, frame }) => {
      if (!live || !frame) return true
      const reader = this.#readers.get(refId) ?? new LiveReader()
      this.#readers.set(refId, reader)
      return reader.take(live, frame)
    })
  }

  /** Views of what stands, in the order of the panel's queries; good until {@link advance} is called again. */
  frames(refIds: readonly string[]): readonly Frame[] {
    return refIds.flatMap((refId) => this.#readers.get(refId)?.view() ?? [])
  }

  /** A range of the same length that ends now, or with the last moment where the clock of the host is ahead. */
  rangeAt(now: number, { from, to }: TimeRange): TimeRange {
    const last = Math.max(now, ...Array.from(this.#readers.values(), (reader) => reader.last ?? -Infinity))
    return { from: last - (to - from), to: last }
  }
}
