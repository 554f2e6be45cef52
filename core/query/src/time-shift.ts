import { NanosColumn, NumberColumn, withMeta, type Axis, type Column, type Frame } from '@orrery/frames'

/**
 * The frame with all of its times moved forward, and `timeShiftMs` in its `meta.meta`: an answer of earlier, laid over what
 * is now. Values are shared; a regular axis only starts later.
 */
export function shiftTimes(frame: Frame, ms: number): Frame {
  const shifted =
    frame.kind === 'series'
      ? frame.with({ axis: shiftAxis(frame.axis, ms) })
      : frame.with({ fields: new Map(Array.from(frame.fields, ([name, column]) => [name, shiftColumn(column, ms)])) })
  return withMeta(shifted, { meta: { ...frame.meta.meta, timeShiftMs: ms } })
}

const shiftAxis = (axis: Axis, ms: number): Axis =>
  axis.kind === 'regular'
    ? { ...axis, starts: axis.starts.map((start) => start + ms) }
    : { ...axis, times: shiftTimeColumn(axis.times, ms) }

const shiftTimeColumn = ({ kind, values, validity, meta }: NumberColumn<'time'>, ms: number) =>
  new NumberColumn(
    kind,
    values.map((time) => time + ms),
    validity,
    meta,
  )

function shiftColumn(column: Column, ms: number): Column {
  if (column.kind === 'nanos') {
    const nanos = BigInt(ms) * 1_000_000n
    return new NanosColumn(
      column.values.map((time) => time + nanos),
      column.validity,
      column.meta,
    )
  }
  // The kind says which numbers it holds, which its class does not.
  return column.kind === 'time' ? shiftTimeColumn(column as NumberColumn<'time'>, ms) : column
}
