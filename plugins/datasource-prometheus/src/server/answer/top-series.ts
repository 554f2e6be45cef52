import type { LabelBytes, Labels, SeriesBuilder } from '@orrery/sdk'
import type { Samples } from './samples.ts'

export interface Top {
  readonly count: number
  readonly by: 'max' | 'mean' | 'last'
}

interface Candidate {
  readonly score: number
  /** Its place in the answer. */
  readonly place: number
  readonly labels: Labels
  readonly times: Float64Array
  readonly values: Float64Array
}

const decoder = new TextDecoder()

/** Labels of one series after the other, as texts. */
class LabelTexts implements LabelBytes {
  readonly #names: string[] = []
  readonly #values: string[] = []
  #pairs: [name: number, value: string][] = []

  name(bytes: Uint8Array, from: number, to: number): number {
    const name = decoder.decode(bytes.subarray(from, to))
    const known = this.#names.indexOf(name)
    return known < 0 ? this.#names.push(name) - 1 : known
  }

  set(name: number, bytes: Uint8Array, from: number, to: number): number {
    const value = decoder.decode(bytes.subarray(from, to))
    this.#pairs.push([name, value])
    return this.#values.push(value) - 1
  }

  setCode(name: number, code: number): void {
    this.#pairs.push([name, this.#values[code]!])
  }

  clear(): void {
    this.#pairs = []
  }

  pending(): Labels {
    return Object.fromEntries(this.#pairs.map(([name, value]) => [this.#names[name]!, value]))
  }
}

/** So many series may leave their labels in memory. */
const MOST_TEXTS = 4096

/** Keeps the highest series of all that come, in memory for these only. */
export class TopSeries {
  /** How many series there were. */
  seen = 0
  labels = new LabelTexts()
  readonly #top: Top
  /** A heap: the lowest that is kept stands first. */
  readonly #kept: Candidate[] = []

  constructor(top: Top) {
    this.#top = top
  }

  /** Takes a series, whose labels {@link labels} has. Returns whether `labels` is another from now on. */
  add({ times, values, count }: Samples): boolean {
    const place = this.seen++
    const score = scoreOf(values, count, this.#top.by)
    const isFull = this.#kept.length === this.#top.count
    // Of equal ones the first stays.
    if (!isFull || score > this.#kept[0]!.score) {
      const [own, mine] = [times.slice(0, count), values.slice(0, count)]
      const candidate = { score, place, labels: this.labels.pending(), times: own, values: mine }
      if (isFull) this.#replace(candidate)
      else this.#push(candidate)
    }
    this.labels.clear()
    if (this.seen % MOST_TEXTS !== 0) return false
    this.labels = new LabelTexts()
    return true
  }

  /** Adds those that were kept to a frame, in the order in which they came. */
  addTo(builder: SeriesBuilder): void {
    const inOrder = this.#kept.toSorted((a, b) => a.place - b.place)
    for (const { labels, times, values } of inOrder) builder.add(labels, times, values)
  }

  #push(candidate: Candidate): void {
    const heap = this.#kept
    let at = heap.push(candidate) - 1
    for (let parent; at > 0 && isLower(candidate, heap[(parent = (at - 1) >> 1)]!); at = parent) {
      heap[at] = heap[parent]!
      heap[parent] = candidate
    }
  }

  /** Puts a candidate in the place of the lowest. */
  #replace(candidate: Candidate): void {
    const heap = this.#kept
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isLower(heap[child + 1]!, heap[child]!)) child++
      if (!isLower(heap[child]!, candidate)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = candidate
  }
}

const isLower = (a: Candidate, b: Candidate) => a.score < b.score || (a.score === b.score && a.place > b.place)

/** What a series is measured by; values that are no numbers do not count, and a series of none is the lowest. */
function scoreOf(values: Float64Array, count: number, by: Top['by']): number {
  let max = -Infinity
  let last = -Infinity
  let sum = 0
  let numbers = 0
  for (let k = 0; k < count; k++) {
    const value = values[k]!
    if (Number.isNaN(value)) continue
    if (value > max) max = value
    last = value
    sum += value
    numbers++
  }
  if (by === 'max') return max
  if (by === 'last') return last
  const mean = sum / numbers
  return Number.isNaN(mean) ? -Infinity : mean
}
