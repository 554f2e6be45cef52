import type { Frame, Notice } from '@orrery/sdk'
import { isTakenBy, seriesNamesOf, type Transformation, type TransformStage } from '@orrery/query'

/** How much there is of some frames. */
export interface FrameCount {
  /** Frames that are tables. */
  readonly tables: number
  /** Columns and rows of all tables: of the only one, where there is one. */
  readonly columns: number
  readonly rows: number
  readonly series: number
  readonly points: number
}

/** What one step of a chain was given and made, in short. */
export interface StageSummary {
  readonly index: number
  readonly milliseconds: number
  readonly notices: readonly Notice[]
  readonly before: FrameCount
  readonly after: FrameCount
}

const MOST_NAMES = 1000

export function countFrames(frames: readonly Frame[]): FrameCount {
  const count = { tables: 0, columns: 0, rows: 0, series: 0, points: 0 }
  for (const frame of frames)
    if (frame.kind === 'series') {
      count.series += frame.length
      count.points += frame.points
    } else {
      count.tables++
      count.columns += frame.fields.size
      count.rows += frame.length
    }
  return count
}

/** The names by which a step can ask for fields of these frames: columns, labels, and what panels call series. */
export function fieldNames(frames: readonly Frame[]): readonly string[] {
  const names = new Set<string>()
  const series = frames.filter((frame) => frame.kind === 'series')
  for (const frame of frames) {
    if (frame.kind === 'series') for (const name of ['time', ...frame.labels.keys()]) names.add(name)
    for (const name of frame.fields.keys()) names.add(name)
  }
  for (const name of seriesNamesOf(series).flat()) {
    if (names.size >= MOST_NAMES) break
    names.add(name)
  }
  return [...names].slice(0, MOST_NAMES)
}

export const toSummary = ({ index, milliseconds, notices, taken, made }: TransformStage): StageSummary => ({
  index,
  milliseconds,
  notices,
  before: countFrames(taken),
  after: countFrames(made),
})

/** The names of the fields that come into each step, passed over or not; of the end of the chain as one more. */
export function namesAlong(
  frames: readonly Frame[],
  steps: readonly Transformation[],
  stages: readonly TransformStage[],
): readonly (readonly string[])[] {
  const outputs = new Map(stages.map(({ index, output }) => [index, output]))
  let current = frames
  const names = steps.map((step, index) => {
    const own = fieldNames(current.filter((frame) => isTakenBy(step, frame)))
    current = outputs.get(index) ?? current
    return own
  })
  return [...names, fieldNames(current)]
}
