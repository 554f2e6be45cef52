import type { AnnotationMark } from './annotation.ts'
import type { PlotArea } from './plot-area.ts'

/** Marks that stand at one place below a plot. */
export interface AnnotationCluster {
  readonly marks: readonly AnnotationMark[]
  /** In CSS pixels from where time begins; the middle of a moment, the ends of a stretch. */
  readonly from: number
  readonly to: number
}

/** Moments nearer than this to the first of a cluster belong to it, in CSS pixels. */
const NEAR = 14

/** The marks of a lane that are in view. Moments that are close become one; unless asked to, only those on one pixel. */
export function clusterMarks(
  marks: readonly AnnotationMark[],
  area: PlotArea,
  clustering: boolean,
): readonly AnnotationCluster[] {
  const { stepOf = (time: number) => time } = area
  const [from, to] = [stepOf(area.from), stepOf(area.to)]
  const length = area.isVertical ? area.height : area.width
  const pixelOf = (time: number) => ((stepOf(time) - from) / (to - from)) * length
  const near = clustering ? NEAR : 1
  const clusters: { marks: AnnotationMark[]; from: number; to: number }[] = []
  let last: (typeof clusters)[number] | undefined
  for (const mark of marks) {
    const begin = pixelOf(mark.time)
    if (mark.timeEnd !== undefined) {
      const end = pixelOf(mark.timeEnd)
      if (begin <= length && end >= 0)
        clusters.push({ marks: [mark], from: Math.max(0, begin), to: Math.min(length, end) })
    } else if (begin >= 0 && begin <= length) {
      if (last && begin - last.from < near) last.marks.push(mark)
      else clusters.push((last = { marks: [mark], from: begin, to: begin }))
    }
  }
  return clusters
}
