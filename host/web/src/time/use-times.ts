import { momentOf, type DashboardTime, type TimeMoment, type TimeReading } from '@orrery/dashboard'
import { panRange, resolveRange, zoomIn, zoomOut, type TimeExpressions } from '@orrery/query'
import { isCodedError, type TimeRange } from '@orrery/sdk'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Refresh } from '../dashboard/auto-refresh.ts'
import { intervalsOf, offeredRanges, type OfferedRange } from './offered.ts'

/** What a page says of its times, besides the range: all of a dashboard, nothing of Explore. */
export type TimeSettings = TimeReading & Pick<DashboardTime, 'quickRanges' | 'refreshIntervals' | 'hidden'>

export interface TimesChange {
  readonly time?: TimeExpressions
  readonly zone?: string | undefined
  readonly refresh?: Refresh
}

export interface UseTimesOptions {
  /** As the address has it. */
  readonly time: () => TimeExpressions
  /** What the viewer chose instead of the own one. */
  readonly zone: () => string | undefined
  /** That of the page, or else of the browser. */
  readonly ownZone: () => string
  readonly refresh: () => Refresh
  readonly settings: () => TimeSettings
  /** Whether the page can follow data as it happens. */
  readonly follows: boolean
  /** Writes the address. */
  readonly set: (change: TimesChange) => void
}

/** The range that a page shows, and everything that changes it. */
export interface Times {
  readonly time: ComputedRef<TimeExpressions>
  readonly range: ShallowRef<TimeRange>
  readonly chosenZone: ComputedRef<string | undefined>
  readonly ownZone: ComputedRef<string>
  /** The one that counts. */
  readonly timeZone: ComputedRef<string>
  readonly refresh: ComputedRef<Refresh>
  /** The range ends now, so that it can be followed. */
  readonly canLive: ComputedRef<boolean>
  readonly quickRanges: ComputedRef<readonly OfferedRange[]>
  /** Milliseconds. */
  readonly refreshIntervals: ComputedRef<readonly number[]>
  readonly isHidden: ComputedRef<boolean>
  /** By what expressions are read now. */
  readonly moment: () => TimeMoment
  /** Moves a relative range up to now. */
  readonly advance: () => void
  readonly setTime: (time: TimeExpressions) => void
  readonly setRange: (range: TimeRange) => void
  readonly setZone: (zone: string | undefined) => void
  readonly setRefresh: (refresh: Refresh) => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** Moves the range by a part of its length; negative for earlier. */
  readonly pan: (part: number) => void
}

const HOUR = 3_600_000

export function useTimes({ set, follows, ...source }: UseTimesOptions): Times {
  const time = computed(source.time)
  const chosenZone = computed(source.zone)
  const ownZone = computed(source.ownZone)
  const timeZone = computed(() => chosenZone.value ?? ownZone.value)
  const settings = computed(source.settings)
  const moment = () => momentOf(settings.value, timeZone.value, Date.now())

  const resolve = () => {
    const { now, calendar } = moment()
    return resolveRange(time.value, now, calendar)
  }
  const advance = () => {
    try {
      range.value = resolve()
    } catch (error) {
      // A range from now on ends before it begins once the clock is past its end: it stays as it was.
      if (!isCodedError(error)) throw error
    }
  }
  const range = shallowRef<TimeRange>({ from: moment().now - HOUR, to: moment().now })
  advance()
  const reading = () => {
    const { weekStart, fiscalYearStartMonth, nowDelay } = settings.value
    return [weekStart, fiscalYearStartMonth, nowDelay]
  }
  watch(() => JSON.stringify([time.value, timeZone.value, reading()]), advance)
  const setRange = ({ from, to }: TimeRange) =>
    set({ time: { from: String(Math.round(from)), to: String(Math.round(to)) } })

  return {
    time,
    range,
    chosenZone,
    ownZone,
    timeZone,
    refresh: computed(source.refresh),
    canLive: computed(() => follows && endsNow(time.value, settings.value)),
    quickRanges: computed(() => offeredRanges(settings.value)),
    refreshIntervals: computed(() => intervalsOf(settings.value)),
    isHidden: computed(() => settings.value.hidden ?? false),
    moment,
    advance,
    setTime: (next) => set({ time: next }),
    setRange,
    setZone: (zone) => set({ zone }),
    setRefresh: (refresh) => set({ refresh }),
    zoomIn: () => setRange(zoomIn(range.value)),
    zoomOut: () => setRange(zoomOut(range.value)),
    pan: (part) => setRange(panRange(range.value, part)),
  }
}

/** Whether a range ends with what happens at this moment. */
export const endsNow = ({ to }: TimeExpressions, { nowDelay }: TimeReading): boolean =>
  to === 'now' && nowDelay === undefined
