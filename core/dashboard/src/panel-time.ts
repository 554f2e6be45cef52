import { resolveRange, type TimeRange } from '@orrery/query'
import { parseDuration } from '@orrery/schema'
import type { PanelQuery, PanelSpec } from './panel-spec.ts'
import type { TimeMoment } from './time-settings.ts'

/** When a panel is drawn. */
export interface PanelMoment extends TimeMoment {
  /** The range of the dashboard. */
  readonly range: TimeRange
}

/** What one query is asked for. */
export interface QueryTime {
  readonly range: TimeRange
  /** Milliseconds that it is asked earlier, and its answer moved forward again; 0 for none. */
  readonly shiftMs: number
}

const millisecondsOf = (duration: string | undefined) => (duration === undefined ? 0 : (parseDuration(duration) ?? 0))
const earlier = ({ from, to }: TimeRange, ms: number): TimeRange =>
  ms === 0 ? { from, to } : { from: from - ms, to: to - ms }

type Timed = Pick<PanelSpec, 'range' | 'shift'>

/** The range that a panel shows: its own, else that of the dashboard, so much earlier as it is shifted. */
export const panelRange = (panel: Timed, { range, now, calendar }: PanelMoment): TimeRange =>
  earlier(panel.range ? resolveRange(panel.range, now, calendar) : range, millisecondsOf(panel.shift))

/** What a query of a panel is asked for: its own range where it has one, shifted with the panel. */
export const queryTime = (
  panel: Timed,
  { range, shift }: Pick<PanelQuery, 'range' | 'shift'>,
  moment: PanelMoment,
): QueryTime => ({
  range: panelRange(range ? { ...panel, range } : panel, moment),
  shiftMs: millisecondsOf(shift),
})
