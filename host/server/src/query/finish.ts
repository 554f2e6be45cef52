import { withMeta, withNotice, type Frame } from '@orrery/frames'
import { shiftTimes, type QueryAnswer } from '@orrery/query'
import type { PlannedQuery } from './plan.ts'

/** What of a query its answer is finished by. */
export interface FinishedQuery extends Pick<PlannedQuery, 'timeShiftMs' | 'annotations'> {
  /** Its datasource takes no filters, and there are some. */
  readonly isUnfiltered: boolean
}

/**
 * An answer as its item needs it: moved forward where it was asked earlier, with the name and colour of its annotations,
 * and with a notice where its datasource cannot be filtered.
 */
export function finish({ frames, stats }: QueryAnswer, planned: FinishedQuery): QueryAnswer {
  const { timeShiftMs, annotations, isUnfiltered } = planned
  const finished = frames.map((found) => {
    let frame: Frame = timeShiftMs === undefined ? found : shiftTimes(found, timeShiftMs)
    if (annotations) {
      const { name, color } = annotations
      frame = withMeta(frame, { name, ...(color !== undefined && { meta: { ...frame.meta.meta, color } }) })
    }
    return isUnfiltered ? withNotice(frame, { severity: 'info', text: UNFILTERED }) : frame
  })
  return { frames: finished, stats: timeShiftMs === undefined ? stats : { ...stats, timeShiftMs } }
}

const UNFILTERED = 'The filters of this dashboard do not apply here: the datasource takes none.'
