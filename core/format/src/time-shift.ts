import type { Frame } from '@orrery/frames'
import { formatValue } from './value-text.ts'

/** How much earlier the values of a frame were, in milliseconds; 0 for those of now. */
export function timeShiftOf(frame: Pick<Frame, 'meta'>): number {
  const { timeShiftMs } = frame.meta.meta ?? {}
  return typeof timeShiftMs === 'number' ? timeShiftMs : 0
}

/** A name that says how much earlier its values were, in every language: `cpu (−1 d)`. */
export const sayShift = (name: string, shiftMs = 0): string =>
  shiftMs === 0 ? name : `${name} (−${formatValue(shiftMs, { unit: 'dtdurationms' }).full})`
