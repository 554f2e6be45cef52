import { LiveSeries, number, withNotice, type Frame, type FrameMeta, type SeriesFrame } from '@orrery/frames'

import { createBudgetGate } from './budget.ts'
import type { Budget } from './datasource.ts'
import { QueryError } from './errors.ts'
import { toDelta } from './live-delta.ts'
import { isLiveRows, type LiveRows, type LiveUpdate } from './live.ts'

/** What somebody who follows a stream is told. */
export type LiveMessage =
  | {
      readonly type: 'replace'
      /** The update up to which the frame goes. */
      readonly sequence: number
      /** How many moments are kept; absent when the frame is not appended to. */
      readonly window?: number
      readonly frame: Frame
    }
  | {
      readonly type: 'append'
      /** That of the first of its moments; each has one more than that before. */
      readonly sequence: number
      readonly moments: number
      readonly frame: Frame
    }

export interface LiveWindowOptions {
  readonly refId: string
  /** How many moments are kept. */
  readonly moments: number
  readonly budget: Budget
}

const BYTES_A_MOMENT = 16

/**
 * The state of a query that is followed: the last moments. Whoever follows it is served from here, however far behind,
 * so nothing is kept for each of them.
 */
export class LiveWindow {
  readonly #options: LiveWindowOptions
  #sequence = 0
  #replacedAt = Infinity
  #meta: FrameMeta = {}
  /** What stands, when it is not appended to. */
  #frame: Frame | undefined
  #live: LiveSeries | undefined
  /** The update with which each series came. */
  #addedAt: number[] = []

  constructor(options: LiveWindowOptions) {
    this.#options = options
  }

  /**
   * Throws QUERY_LIVE_INVALID for what cannot be appended, QUERY_LIVE_LARGE when the window would exceed the budget's
   * bytes, and what `LiveSeries.append` throws; nothing is changed then.
   */
  take(update: LiveUpdate): void {
    if (isLiveRows(update)) this.#append(update)
    else this.#replace(update)
  }

  /** Whether nothing is new after an update. */
  isCurrent(sequence: number): boolean {
    return sequence === this.#sequence && this.#replacedAt <= sequence
  }

  /** What is new after an update; everything when that is unknown here; undefined when nothing is. */
  since(sequence: number | undefined): LiveMessage | undefined {
    if (this.#replacedAt === Infinity || (sequence !== undefined && this.isCurrent(sequence))) return undefined
    const live = this.#live
    const behind = this.#sequence - (sequence ?? -1)
    const isKnown = sequence !== undefined && sequence >= this.#replacedAt && behind > 0
    // Beyond half of the window the whole of it is smaller.
    if (!live || !isKnown || behind > this.#options.moments / 2) return this.#whole()
    const frame = toDelta(live, behind, this.#addedAt)
    return { type: 'append', sequence: sequence + 1, moments: behind, frame }
  }

  #whole(): LiveMessage {
    const sequence = this.#sequence
    const live = this.#live
    return live
      ? { type: 'replace', sequence, window: live.window, frame: live.snapshot(this.#meta) }
      : { type: 'replace', sequence, frame: this.#frame! }
  }

  #replace(found: Frame): void {
    const { refId, moments, budget } = this.#options
    const frame = createBudgetGate(budget).admit(found)
    const sequence = this.#sequence + 1
    const meta = { ...frame.meta, refId }
    if (isAppendable(frame)) {
      this.#assertSize(frame.length)
      const live = new LiveSeries({ window: moments, value: number(frame.field().meta) })
      live.replace(sequence, frame)
      this.#live = live
      this.#frame = undefined
      this.#addedAt = Array<number>(frame.length).fill(sequence)
    } else {
      this.#live = undefined
      this.#frame = frame.with({ meta })
    }
    this.#meta = meta
    this.#sequence = sequence
    this.#replacedAt = sequence
  }

  #append({ time, added = [], rows, values }: LiveRows): void {
    const { refId, budget } = this.#options
    const live = this.#live
    if (!live) throw new QueryError('QUERY_LIVE_INVALID', { refId })
    const room = Math.max(0, budget.maxSeries - live.length)
    const admitted = added.slice(0, room)
    const length = live.length + admitted.length
    if (admitted.length) this.#assertSize(length)
    const sequence = this.#sequence + 1
    const given = rows ?? Array.from(values, (_, row) => row)
    // Rows after the last that has room are those that were left out.
    const isFull = length === budget.maxSeries
    const kept = isFull ? Array.from(given, (_, k) => k).filter((k) => given[k]! < length) : undefined
    live.append({
      sequence,
      // As it travels.
      time: Math.floor(time),
      added: admitted,
      rows: kept ? kept.map((k) => given[k]!) : given,
      values: kept ? kept.map((k) => values[k]!) : values,
    })
    this.#sequence = sequence
    for (const _ of admitted) this.#addedAt.push(sequence)
    if (admitted.length < added.length) this.#sayFull(sequence)
  }

  /** Whoever follows is told with a replacement, once. */
  #sayFull(sequence: number): void {
    const count = this.#options.budget.maxSeries.toLocaleString('en')
    const text = `The result was cut off: only the first ${count} series of the query are shown.`
    const before = this.#meta.notices?.length ?? 0
    this.#meta = withNotice(this.#live!.view(this.#meta), { severity: 'warning', text }).meta
    if ((this.#meta.notices?.length ?? 0) > before) this.#replacedAt = sequence
  }

  #assertSize(series: number): void {
    const { refId, moments, budget } = this.#options
    if (series * moments * BYTES_A_MOMENT > budget.maxBytes)
      throw new QueryError('QUERY_LIVE_LARGE', { refId, series, moments })
  }
}

const isAppendable = (frame: Frame): frame is SeriesFrame =>
  frame.kind === 'series' && frame.fields.size === 1 && frame.fields.get('value')?.kind === 'number'
