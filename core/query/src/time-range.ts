/** A span of time in milliseconds since the epoch, both ends included. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}
