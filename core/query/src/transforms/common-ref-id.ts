import type { Frame, FrameMeta } from '@orrery/frames'

/** The query that all of these frames answer, as metadata of what is made of them; nothing where they are of several. */
export function commonRefId(frames: readonly Frame[]): Pick<FrameMeta, 'refId'> {
  const [refId, ...others] = new Set(frames.map(({ meta }) => meta.refId))
  return refId === undefined || others.length > 0 ? {} : { refId }
}
