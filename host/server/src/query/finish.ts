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
 * and with a notice where its datasource cannot be filtered. The same objects for the same frames: what is made of them is
 * kept by their identity.
 */
export function finish({ frames, stats }: QueryAnswer, planned: FinishedQuery): QueryAnswer {
  const { timeShiftMs, annotations, isUnfiltered } = planned
  const isChanged = timeShiftMs !== undefined || annotations !== undefined || isUnfiltered
  if (!isChanged) return { frames, stats }
  const how = JSON.stringify([timeShiftMs, annotations?.name, annotations?.color, isUnfiltered])
  return {
    frames: frames.map((frame) => kept(frame, how, () => finishFrame(frame, planned))),
    stats: timeShiftMs === undefined ? stats : { ...stats, timeShiftMs },
  }
}

function finishFrame(found: Frame, { timeShiftMs, annotations, isUnfiltered }: FinishedQuery): Frame {
  let frame: Frame = timeShiftMs === undefined ? found : shiftTimes(found, timeShiftMs)
  if (annotations) {
    const { name, color } = annotations
    frame = withMeta(frame, { name, ...(color !== undefined && { meta: { ...frame.meta.meta, color } }) })
  }
  return isUnfiltered ? withNotice(frame, { severity: 'info', text: UNFILTERED }) : frame
}

const finished = new WeakMap<Frame, Map<string, Frame>>()

/** What was made of a frame in this way before, as long as that frame is there. */
function kept(frame: Frame, how: string, make: () => Frame): Frame {
  const known = finished.get(frame) ?? new Map<string, Frame>()
  finished.set(frame, known)
  const made = known.get(how) ?? make()
  known.set(how, made)
  return made
}

const UNFILTERED = 'The filters of this dashboard do not apply here: the datasource takes none.'
