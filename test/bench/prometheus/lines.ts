import type { Frame } from '@orrery/sdk'
import { readSeries } from '../../../plugins/panel-timeseries/src/series.ts'
import { toAxes } from '../../../plugins/panel-timeseries/src/ui/axes.ts'
import { toLines } from '../../../plugins/panel-timeseries/src/ui/lines.ts'
import type { PeerFrame } from '../format/grafana.ts'
import type { Answer } from './read.ts'

const plain = { defaults: {}, overrides: [] }

/** What the time series panel gives its chart: lines that are named and coloured, and their axes. */
export function toOurLines(frame: Frame, most: number) {
  const { series } = readSeries([frame], plain, most)
  const { axes, axisOf } = toAxes(series, 'dark', 'UTC')
  return { axes, series: toLines(series, axisOf, 'dark') }
}

/** How the other side is asked to name series. */
export const peerRequest = { targets: [{ refId: 'A', legendFormat: '__auto' }] }

/** An answer as the frames that the transformation takes, one for each series. */
export const toPeerFrames = ({ data }: Answer): PeerFrame[] =>
  data.result.map(({ metric, values }) => ({
    refId: 'A',
    length: values.length,
    fields: [
      { name: 'Time', type: 'time', config: {}, values: values.map(([time]) => time * 1000) },
      { name: 'Value', type: 'number', labels: metric, config: {}, values: values.map(([, value]) => Number(value)) },
    ],
  }))
