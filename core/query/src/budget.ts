import { slice, withNotice, type Frame, type SeriesFrame, type TableFrame } from '@orrery/frames'

import type { Budget, Purpose } from './datasource.ts'

/** What a query may cost unless it is said otherwise. */
export const defaultBudget: Budget = {
  maxPoints: 11_000,
  maxSeries: 1000,
  maxRows: 50_000,
  maxBytes: 64 * 1024 * 1024,
}

/** What a query for a purpose may cost unless it is said otherwise: names that are to be completed are many, and small. */
export const budgetFor = (purpose: Purpose): Budget =>
  purpose === 'completion' ? { ...defaultBudget, maxRows: 200_000 } : defaultBudget

/** Admits frames one after the other until the budget of their query is used up. */
export interface BudgetGate {
  /** The frame, or its first part with a notice. */
  readonly admit: (frame: Frame) => Frame
  /** Something was left out: what still comes would be too. */
  readonly isFull: () => boolean
}

export function createBudgetGate({ maxPoints, maxSeries, maxRows }: Budget): BudgetGate {
  let series = maxSeries
  let rows = maxRows
  let full = false

  const cut = <F extends Frame>(frame: F, limit: number, unit: string): F => {
    full = true
    const count = `${limit.toLocaleString('en')} ${unit}`
    const text = `The result was cut off: only the first ${count} of the query are shown.`
    return withNotice(frame, { severity: 'warning', text })
  }

  const admitSeries = (frame: SeriesFrame) => {
    const kept = Math.min(series, frame.length)
    series -= kept
    const fewer = latestPoints(kept < frame.length ? slice(frame, 0, kept) : frame, maxPoints)
    return kept < frame.length ? cut(fewer, maxSeries, 'series') : fewer
  }

  const admitTable = (frame: TableFrame) => {
    const kept = Math.min(rows, frame.length)
    rows -= kept
    return kept < frame.length ? cut(slice(frame, 0, kept), maxRows, 'rows') : frame
  }

  return {
    admit: (frame) => (frame.kind === 'series' ? admitSeries(frame) : admitTable(frame)),
    isFull: () => full,
  }
}

/** The frames of one query, cut to its budget; what was cut off says so in a notice. */
export function withinBudget(frames: readonly Frame[], budget: Budget): readonly Frame[] {
  const gate = createBudgetGate(budget)
  return frames.map(gate.admit)
}

function latestPoints(frame: SeriesFrame, limit: number): SeriesFrame {
  const { axis, offsets } = frame
  const dropped = Array.from(frame, ({ length }) => Math.max(0, length - limit))
  if (dropped.every((count) => count === 0)) return frame

  const kept = new Int32Array(offsets.length)
  for (let i = 0; i < dropped.length; i++) kept[i + 1] = kept[i]! + offsets[i + 1]! - offsets[i]! - dropped[i]!
  const order = new Int32Array(kept.at(-1) ?? 0)
  for (let i = 0, to = 0; i < dropped.length; i++)
    for (let from = offsets[i]! + dropped[i]!; from < offsets[i + 1]!; from++) order[to++] = from

  const shorter = frame.with({
    offsets: kept,
    axis:
      axis.kind === 'regular'
        ? { ...axis, starts: axis.starts.map((start, i) => start + dropped[i]! * axis.step) }
        : { ...axis, times: axis.times.gather(order) },
    fields: mapValues(frame.fields, (column) => column.gather(order)),
  })
  const text = `The result was cut off: only the latest ${limit.toLocaleString('en')} points of each series are shown.`
  return withNotice(shorter, { severity: 'warning', text })
}

const mapValues = <V, R>(map: ReadonlyMap<string, V>, change: (value: V) => R): Map<string, R> =>
  new Map(Array.from(map, ([name, value]) => [name, change(value)]))
